package org.mailroom.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mailroom.campaign.Campaign;
import org.mailroom.campaign.Medium;
import org.mailroom.campaign.RequiredDocument;
import org.mailroom.campaign.Stage;
import org.mailroom.dossier.Assignments;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The slots a file of a unit can be put into, as the options of a form. */
final class PlaceChoice {
    private final Campaign campaign;
    private final Masking masking;
    private final JdbcClient jdbc;

    PlaceChoice(Campaign campaign, Masking masking, JdbcClient jdbc) {
        this.campaign = campaign;
        this.masking = masking;
        this.jdbc = jdbc;
    }

    private record NomineeRow(long id, String category, String name) {}

    /** @param value what the form hands back; read by {@link #read} */
    public record Option(String value, String stage, String document, String medium, String nominee) {}

    List<Option> of(String unit) {
        List<NomineeRow> nominees = jdbc.sql("select id, category, name from nominee where unit = :unit order by id")
                .param("unit", unit)
                .query(NomineeRow.class)
                .list();
        List<Option> options = new ArrayList<>();
        for (Stage stage : campaign.stages()) {
            for (RequiredDocument required : stage.required()) {
                required.media().stream()
                        .filter(medium -> medium != Medium.PAPER)
                        .sorted()
                        .forEach(medium -> {
                            options.add(option(stage, required, medium, "-", ""));
                            nominees.stream()
                                    .filter(nominee -> fits(required, nominee))
                                    .forEach(nominee -> options.add(option(
                                            stage,
                                            required,
                                            medium,
                                            Long.toString(nominee.id()),
                                            masking.numbers(nominee.name()))));
                        });
            }
        }
        return options;
    }

    private static boolean fits(RequiredDocument required, NomineeRow nominee) {
        return required.per() == RequiredDocument.Per.NOMINEE
                && required.category().map(nominee.category()::equals).orElse(true);
    }

    private static Option option(Stage stage, RequiredDocument required, Medium medium, String nominee, String name) {
        String document = required.document().id();
        return new Option(
                String.join("/", stage.id(), document, medium.name(), nominee),
                stage.id(),
                document,
                medium.name(),
                name);
    }

    /** Empty for what no form of ours wrote; whether there is such a slot the room says. */
    static Optional<Assignments.Place> read(String value) {
        String[] parts = value.split("/", -1);
        boolean known = parts.length == 4 && parts[2].matches("SCAN|ELECTRONIC") && parts[3].matches("-|[0-9]{1,18}");
        return known
                ? Optional.of(new Assignments.Place(
                        parts[0],
                        parts[1],
                        Medium.valueOf(parts[2]),
                        parts[3].equals("-") ? Optional.empty() : Optional.of(Long.valueOf(parts[3]))))
                : Optional.empty();
    }
}
