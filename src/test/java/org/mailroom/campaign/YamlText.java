package org.mailroom.campaign;

/** A campaign file that a test writes down itself. */
public final class YamlText {
    private YamlText() {}

    public static Entry entry(String name, String text) {
        return YamlFile.parse(new SourceFile(name, text));
    }
}
