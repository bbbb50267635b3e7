package org.mailroom.form;

import java.util.Optional;

/**
 * A place a person can point at, in the sender's words.
 *
 * @param document key of the document kind
 * @param nominee the name in whose form it stands
 * @param block the repeating block a row belongs to, for example collectives; "" outside blocks
 * @param row the entry in its block from 1, as the sender counts; 0 = no row
 * @param label the label of the field as the blank form prints it; "" = the whole form
 */
public record Place(String document, Optional<String> nominee, String block, int row, String label) {}
