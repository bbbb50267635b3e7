package org.mailroom.dossier;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.mailroom.check.Dossier.Nominee;
import org.mailroom.form.ScannedForm;
import org.mailroom.reading.ScanPage;

/** The room's rule of whose a scanned form is, for those who measure it. */
public final class Placing {
    private Placing() {}

    public static Optional<Nominee> whose(ScannedForm form, List<ScanPage> pages, Collection<Nominee> known) {
        return Whose.form(form, pages, known);
    }
}
