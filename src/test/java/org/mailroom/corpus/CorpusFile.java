package org.mailroom.corpus;

/** A file as it is attached. */
public record CorpusFile(String name, byte[] octets) {
    public String extension() {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    public CorpusFile named(String other) {
        return new CorpusFile(other, octets);
    }

    @Override
    public String toString() {
        return name + " (" + octets.length + ")";
    }
}
