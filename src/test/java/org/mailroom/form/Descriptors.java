package org.mailroom.form;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.mailroom.campaign.CampaignLoader;
import org.mailroom.campaign.Entry;

/** The descriptors of a campaign folder without the rest of the campaign. */
public final class Descriptors {
    public static final Path CNIPA = Path.of("campaigns/cnipa-2021");
    public static final Path MAPLE = Path.of("src/test/campaigns/maple-2026");

    public static List<FormDescriptor> of(Path campaign) throws IOException {
        List<FormDescriptor> forms = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(campaign.resolve("forms"), "*.yaml")) {
            for (Path file : files) {
                forms.add(descriptor(new CampaignLoader().file(campaign, "forms/" + file.getFileName())));
            }
        }
        forms.sort(Comparator.comparing(FormDescriptor::document));
        return forms;
    }

    public static FormDescriptor of(Path campaign, String document) throws IOException {
        return of(campaign).stream()
                .filter(form -> form.document().equals(document))
                .findFirst()
                .orElseThrow();
    }

    private static FormDescriptor descriptor(Entry form) {
        return new FormDescriptor(
                form.text("document"),
                form.text("title"),
                List.of(),
                form.texts("anchors"),
                form.number("anchorsNeeded"),
                form.flag("letter", false),
                form.optionalText("category"),
                form.optionalText("categoryField").orElse(""),
                Map.of(),
                form.optionalText("nameField").orElse(""),
                fields(form, "fields"),
                form.entries("blocks").stream().map(Descriptors::block).toList(),
                fields(form, "signatures"),
                List.of(),
                form.entry("layout"));
    }

    private static BlockSpec block(Entry block) {
        return new BlockSpec(
                block.text("name"),
                block.text("title"),
                block.optionalText("category"),
                block.texts("headings"),
                block.optionalText("nameColumn").orElse(""),
                fields(block, "columns"),
                block.texts("skip"));
    }

    private static List<FieldSpec> fields(Entry entry, String key) {
        return entry.entries(key).stream()
                .map(field -> new FieldSpec(
                        field.text("name"),
                        field.texts("labels"),
                        field.optionalText("type").orElse("text"),
                        field.optionalText("codes"),
                        field.flag("required", false),
                        field.optionalText("when"),
                        field.flag("noneAllowed", false),
                        field.optionalNumber("max").orElse(0)))
                .toList();
    }

    private Descriptors() {}
}
