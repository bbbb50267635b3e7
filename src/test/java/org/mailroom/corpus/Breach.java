package org.mailroom.corpus;

/**
 * What a rule says of a case, and where.
 *
 * @param row the entry in its block from 1; 0 = no row
 * @param label the label of the field as the blank prints it; "" = the whole form, or the file
 */
public record Breach(String rule, int row, String label) {
    static Breach of(String rule) {
        return new Breach(rule, 0, "");
    }

    static Breach of(String rule, String label) {
        return new Breach(rule, 0, label);
    }
}
