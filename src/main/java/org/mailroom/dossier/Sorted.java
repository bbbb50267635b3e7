package org.mailroom.dossier;

import java.util.List;
import java.util.Optional;
import org.mailroom.campaign.DocumentKind;
import org.mailroom.campaign.Medium;
import org.mailroom.campaign.Stage;
import org.mailroom.check.Dossier.Nominee;
import org.mailroom.form.Form;
import org.mailroom.form.ScannedForm;
import org.mailroom.reading.ReadFile;
import org.mailroom.reading.Reading;

/** Where one file, or one form of it, goes. */
sealed interface Sorted {
    ReadFile file();

    /** Whether nothing else of these is in the same file. */
    static boolean alone(Sorted one, List<Sorted> all) {
        return all.stream().filter(other -> other.place().equals(one.place())).count() == 1;
    }

    /** The file's place in its mail: two forms of one file have the same. */
    default String place() {
        return file().part().path() + "/" + file().name();
    }

    /**
     * Into a slot.
     *
     * @param nominee empty for a unit's document, or for one scan with the forms of all nominees
     * @param form what was read of an electronic file
     * @param scanned what was read on the pages of a scan; with {@code form} empty too, the file was assigned by its name
     * @param identityNumber a valid one; tells the nominee from a namesake, and is not kept
     */
    record Slotted(
            ReadFile file,
            Stage stage,
            DocumentKind document,
            Medium medium,
            Optional<Nominee> nominee,
            Optional<Form> form,
            Optional<ScannedForm> scanned,
            Optional<String> identityNumber)
            implements Sorted {
        /** Which form of its file it is; 0 for a file that was not read. */
        int ordinal() {
            return form.or(() -> scanned.map(ScannedForm::form))
                    .map(Form::ordinal)
                    .orElse(0);
        }

        @Override
        public String toString() {
            return "Slotted[" + stage.id() + ", " + document.id() + ", " + medium + "]";
        }
    }

    /** A nominee's form without a name: told to the sender, but it can fill no slot. */
    record Nameless(ReadFile file, Stage stage, DocumentKind document, Form form) implements Sorted {
        @Override
        public String toString() {
            return "Nameless[" + stage.id() + ", " + document.id() + "]";
        }
    }

    /** For a person: 待人工归类. */
    record Unsure(ReadFile file) implements Sorted {}

    /** Cannot be counted. */
    record Refused(ReadFile file, Reading.Reason reason) implements Sorted {}
}
