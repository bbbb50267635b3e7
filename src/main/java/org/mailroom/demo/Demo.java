package org.mailroom.demo;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.mailroom.agenda.Agenda;
import org.mailroom.agenda.Digests;
import org.mailroom.campaign.Campaign;
import org.mailroom.campaign.CampaignLoader;
import org.mailroom.form.FormDescriptor;
import org.mailroom.sender.Contacts;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The room's door: plays the campaign's scenario beside the running desk. */
public final class Demo {
    private final Storyteller storyteller;
    private final Narration words;
    private final PostOffice postOffice;
    private final PrintStream out;

    /**
     * What the demonstration stands on.
     *
     * @param language of its story: the campaign's, or one that the console can show
     */
    public record Ground(
            Campaign campaign,
            List<FormDescriptor> forms,
            PostOffice postOffice,
            MovableClock clock,
            Clock machineClock,
            JdbcClient jdbc,
            Contacts contacts,
            Agenda agenda,
            Digests digests,
            MessageSource messages,
            Path folder,
            Locale language,
            PrintStream out) {}

    public Demo(Ground ground) {
        Campaign campaign = ground.campaign();
        Scenario scenario = scenario(campaign);
        SampleForms samples =
                new SampleForms(ground.forms(), new CampaignLoader().file(campaign.folder(), "samples.yaml"));
        this.words = new Narration(campaign, ground.messages(), ground.language());
        this.postOffice = ground.postOffice();
        this.out = ground.out();
        this.storyteller = new Storyteller(
                campaign,
                scenario,
                new BundleMaker(campaign, samples, scenario.fileNames()),
                new DemoMail(postOffice.smtpPort(), campaign.office().mailbox()),
                ground.clock(),
                ground.machineClock(),
                ground.jdbc(),
                ground.folder(),
                ground.contacts(),
                ground.agenda(),
                ground.digests(),
                words,
                out);
    }

    /** The campaign's time at the first start. */
    public static Instant start(Campaign campaign) {
        return scenario(campaign).start().atZone(campaign.zone()).toInstant();
    }

    private static Scenario scenario(Campaign campaign) {
        return Scenario.read(new CampaignLoader().file(campaign.folder().resolve("demo"), "scenario.yaml"));
    }

    /**
     * Moves the campaign's clock on, as the story does, and waits until what is due then is done.
     *
     * @param day by a day; else to the next time of day at which something may be due
     * @return what to tell the person
     */
    public String moveOn(boolean day) {
        return words.clock(day ? storyteller.moveByADay() : storyteller.moveToNextStop())
                .strip();
    }

    /** Says where everything is, then plays in a thread of its own. */
    public void begin(int pagePort) {
        out.println(words.of("ports", "127.0.0.1:" + postOffice.smtpPort(), "127.0.0.1:" + postOffice.imapPort()));
        out.println(words.of("page", "http://localhost:" + pagePort));
        Thread thread = new Thread(storyteller::play, "demo");
        thread.setDaemon(true);
        thread.start();
    }
}
