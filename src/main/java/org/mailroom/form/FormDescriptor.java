package org.mailroom.form;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mailroom.campaign.Entry;

/**
 * A form as data: how it is recognised, what it asks for, how its blank is laid out. docs/campaigns.md explains the file.
 *
 * @param document key of the document kind
 * @param title the title the blank prints
 * @param titles patterns a title line must match, after normalisation
 * @param anchors labels of which at least {@code anchorsNeeded} must stand in the sheet
 * @param letter whether it is a letter or report without cells, recognised by its title alone
 * @param category the category of its nominee, where the form is for one category only
 * @param categoryField the field that says the category, "" if none
 * @param categoryWords words in that field, or labels in the form, that tell the category, by category
 * @param nameField the field that names the nominee, "" for a unit's document
 * @param labels every label of the blank in its order, for the comparison with the blank
 * @param signatures labels of the blocks for opinion and seal; their text is a field of the same name
 * @param layout how the blank is laid out, for the blank writer
 */
public record FormDescriptor(
        String document,
        String title,
        List<Pattern> titles,
        List<String> anchors,
        int anchorsNeeded,
        boolean letter,
        Optional<String> category,
        String categoryField,
        Map<String, List<String>> categoryWords,
        String nameField,
        List<FieldSpec> fields,
        List<BlockSpec> blocks,
        List<FieldSpec> signatures,
        List<String> labels,
        Entry layout) {}
