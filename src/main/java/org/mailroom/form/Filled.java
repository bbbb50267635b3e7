package org.mailroom.form;

/** A form to be written and what stands in it. */
public record Filled(FormDescriptor form, Filling filling) {
    public Filled with(String field, String value) {
        return new Filled(form, filling.with(field, value));
    }
}
