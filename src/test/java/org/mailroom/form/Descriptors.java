package org.mailroom.form;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mailroom.campaign.CampaignLoader;
import org.mailroom.campaign.Entry;
import org.mailroom.campaign.Lexicon;

/** The descriptors of a campaign folder without the rest of the campaign. */
public final class Descriptors {
    public static final Path CNIPA = Path.of("campaigns/cnipa-2021");
    public static final Path MAPLE = Path.of("src/test/campaigns/maple-2026");

    public static List<FormDescriptor> of(Path campaign) throws IOException {
        List<Entry> entries = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(campaign.resolve("forms"), "*.yaml")) {
            for (Path file : files) {
                entries.add(new CampaignLoader().file(campaign, "forms/" + file.getFileName()));
            }
        }
        return FormDescriptors.load(entries, lexicon(campaign)).stream()
                .sorted(Comparator.comparing(FormDescriptor::document))
                .toList();
    }

    /** The words by which forms are read, without the rest of the campaign's. */
    public static Lexicon lexicon(Path campaign) {
        Entry words = new CampaignLoader().file(campaign, "lexicon/forms.yaml");
        return new Lexicon(
                words.keys().stream().collect(Collectors.toMap(Function.identity(), words::texts)), "forms.yaml");
    }

    public static Recogniser recogniser(Path campaign) throws IOException {
        return new Recogniser(of(campaign), lexicon(campaign));
    }

    public static FormDescriptor of(Path campaign, String document) throws IOException {
        return of(campaign).stream()
                .filter(form -> form.document().equals(document))
                .findFirst()
                .orElseThrow();
    }

    private Descriptors() {}
}
