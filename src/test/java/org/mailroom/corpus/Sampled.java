package org.mailroom.corpus;

import java.util.List;
import org.mailroom.form.Filled;
import org.mailroom.testing.Forms;

/** Forms on their own blanks as files. */
final class Sampled {
    private Sampled() {}

    static byte[] docx(Filled... forms) {
        return Forms.samples().docx(List.of(forms));
    }

    static Truth[] truths(Filled... forms) {
        return List.of(forms).stream().map(Truth::of).toArray(Truth[]::new);
    }
}
