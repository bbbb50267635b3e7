package org.mailroom.form;

import java.util.List;

/**
 * A form found on pages of a scan. What OCR read is a machine's guess: it may point a person somewhere, never decide.
 *
 * @param form what could be read of it; fields that could not be read are not there
 * @param pages numbers of its pages in the file, in order
 */
public record ScannedForm(Form form, List<Integer> pages) {
    public ScannedForm {
        pages = List.copyOf(pages);
    }
}
