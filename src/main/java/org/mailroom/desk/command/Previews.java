package org.mailroom.desk.command;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.mailroom.agenda.DigestReport;
import org.mailroom.campaign.Campaign;
import org.mailroom.campaign.CampaignException;
import org.mailroom.campaign.Stage;
import org.mailroom.campaign.Unit;
import org.mailroom.dossier.Standing;
import org.mailroom.dossier.Standings;
import org.mailroom.form.FormDescriptor;
import org.mailroom.form.FormDescriptors;
import org.mailroom.reply.Answer;
import org.mailroom.reply.Composer;
import org.mailroom.reply.FindingWords;
import org.mailroom.reply.InternalComposer;
import org.mailroom.reply.Kind;
import org.mailroom.reply.Notice;
import org.mailroom.reply.Origin;
import org.mailroom.reply.TemplateFault;

/**
 * Mails to be looked at, with the words as the files have them now: what the desk has on its books, or else something
 * {@link Invention invented}. Nothing is queued, locked or numbered.
 */
public final class Previews {
    private static final String DIGEST = "digest";
    private static final String NOBODY_IN_PARTICULAR = "preview";

    private final Ground ground;

    /**
     * What it stands on.
     *
     * @param campaign read anew at each call
     * @param templates the folder {@code mail-templates}
     * @param standings empty = no desk was ever started
     */
    public record Ground(
            Supplier<Campaign> campaign,
            Path templates,
            Optional<Standings> standings,
            DigestReport digest,
            Clock campaignClock) {}

    public Previews(Ground ground) {
        this.ground = ground;
    }

    /** Some days before the due time of the stage that asks for most: when there is much to say. */
    public static Instant typicalTime(Campaign campaign) {
        return Invention.stage(campaign)
                .due()
                .minusDays(Invention.DAYS_BEFORE)
                .atTime(9, 0)
                .atZone(campaign.zone())
                .toInstant();
    }

    /** The names of all mails that have a template of their own. */
    static List<String> templates() {
        return Stream.concat(Stream.of(Kind.values()).map(Kind::key), Stream.of(DIGEST))
                .toList();
    }

    /** @param unit a unit's code; empty = whichever calls for such a mail */
    Previewed of(String template, Optional<String> unit) {
        try {
            Campaign campaign = ground.campaign().get();
            Origin origin = new Origin(campaign.office().mailbox(), NOBODY_IN_PARTICULAR, new byte[1]);
            if (template.equals(DIGEST)) {
                InternalComposer composer = new InternalComposer(campaign, ground.templates(), origin);
                return shown(
                        composer.words(
                                ground.digest().now(ground.campaignClock().instant())),
                        false);
            }
            Kind kind = Stream.of(Kind.values())
                    .filter(one -> one.key().equals(template))
                    .findFirst()
                    .orElseThrow();
            return letter(kind, unit.flatMap(campaign::unit), campaign, origin);
        } catch (TemplateFault | CampaignException broken) {
            return Previewed.broken(String.valueOf(broken.getMessage()));
        }
    }

    private Previewed letter(Kind kind, Optional<Unit> unit, Campaign campaign, Origin origin) {
        List<FormDescriptor> forms = FormDescriptors.load(campaign.forms(), campaign.lexicon());
        Composer composer = new Composer(campaign, forms, ground.templates(), origin);
        Optional<Standing> real = real(kind, unit.map(List::of).orElse(campaign.units()), campaign);
        Invention invention =
                new Invention(campaign, forms, unit.orElse(campaign.units().get(0)));
        Standing standing = real.orElseGet(() -> invention.of(kind));
        if (isNotice(kind)) {
            Notice notice =
                    new Notice(NOBODY_IN_PARTICULAR, kind, standing, time(kind, standing.stage(), campaign), List.of());
            return shown(composer.words(notice), real.isEmpty());
        }
        Answer.Section section = new Answer.Section(
                standing,
                campaign.receiptNumber(standing.stage(), standing.unit(), 1),
                kind == Kind.RECEIPT_SEEN_BEFORE);
        Instant at = standing.lastReceived().plus(Invention.ANSWERED_AFTER);
        Answer answer = new Answer(
                NOBODY_IN_PARTICULAR,
                List.of(section),
                at,
                Optional.empty(),
                List.of(),
                List.of(),
                decision(kind, standing, invention, campaign));
        return shown(composer.words(answer), real.isEmpty());
    }

    private static boolean isNotice(Kind kind) {
        return kind.compareTo(Kind.REMINDER) >= 0;
    }

    private static Optional<Answer.Decision> decision(
            Kind kind, Standing standing, Invention invention, Campaign campaign) {
        FindingWords words = new FindingWords(campaign.messages());
        return switch (kind) {
            case SENT_BACK ->
                Optional.of(new Answer.Decision(
                        kind,
                        invention.findings().stream()
                                .limit(1)
                                .map(finding -> words.of(finding, standing.unit()))
                                .toList(),
                        campaign.name(),
                        ""));
            case ADMITTED -> Optional.of(new Answer.Decision(kind, List.of(), "", ""));
            default -> Optional.empty();
        };
    }

    private Optional<Standing> real(Kind kind, List<Unit> units, Campaign campaign) {
        return ground.standings()
                .flatMap(standings -> (isNotice(kind)
                                ? open(standings, units, campaign)
                                : answered(standings, units, campaign))
                        .filter(standing -> calls(kind, standing))
                        .findFirst());
    }

    /** Of the stage that is open; units of whom nothing came are the last. */
    private Stream<Standing> open(Standings standings, List<Unit> units, Campaign campaign) {
        Instant now = ground.campaignClock().instant();
        Stage open = campaign.stages().stream()
                .filter(stage -> stage.onTime(now))
                .findFirst()
                .orElse(campaign.stages().get(campaign.stages().size() - 1));
        return Stream.concat(
                units.stream().flatMap(unit -> standings.look(unit.code(), open.id()).stream()),
                units.stream().map(unit -> standings.now(unit.code(), open)));
    }

    /** The latest stages first. */
    private static Stream<Standing> answered(Standings standings, List<Unit> units, Campaign campaign) {
        return campaign.stages().stream()
                .sorted(Comparator.comparing(Stage::due).reversed())
                .flatMap(stage -> units.stream().flatMap(unit -> standings.look(unit.code(), stage.id()).stream()));
    }

    private static boolean calls(Kind kind, Standing standing) {
        boolean begun = standing.firstReceived().isAfter(Instant.EPOCH);
        return switch (kind) {
            case RECEIPT_SEEN_BEFORE, SENT_BACK -> begun && !standing.files().isEmpty();
            case ADMITTED -> begun && !standing.onTime();
            case DEADLINE_PASSED -> !begun;
            case REMINDER, DUE_DAY_WARNING ->
                switch (standing.state()) {
                    case NOT_STARTED, PARTIAL, RETURNED -> true;
                    default -> false;
                };
            default -> begun && Kind.of(standing) == kind;
        };
    }

    /** When such a notice goes out. */
    private Instant time(Kind kind, Stage stage, Campaign campaign) {
        Instant now = ground.campaignClock().instant();
        LocalDate day = switch (kind) {
            case REMINDER -> stage.due().minusDays(Invention.DAYS_BEFORE);
            case DUE_DAY_WARNING -> stage.due();
            default -> stage.due().plusDays(1);
        };
        boolean early = now.isBefore(stage.due().atStartOfDay(campaign.zone()).toInstant());
        return kind == Kind.REMINDER && early
                ? now
                : day.atTime(9, 0).atZone(campaign.zone()).toInstant();
    }

    private static Previewed shown(Composer.Words words, boolean invented) {
        return new Previewed(words.subject(), words.text(), words.html(), invented, "");
    }
}
