package org.mailroom.demo;

import java.util.List;

/** Texts of a wanted length, put together from the campaign's sample sentences. */
final class SampleText {
    private final List<String> sentences;

    SampleText(List<String> sentences) {
        this.sentences = List.copyOf(sentences);
    }

    /** Whole sentences, no longer than so many characters. */
    String upTo(int characters, int turn) {
        StringBuilder text = new StringBuilder();
        for (int i = turn; ; i++) {
            String next = Words.inTurn(sentences, i);
            if (text.length() + next.length() > characters) {
                return text.toString();
            }
            text.append(next);
        }
    }

    /**
     * @param characters exactly so many, as long as the sentences hold nothing but full-width characters
     * @param turn which sentence comes first
     */
    String text(int characters, int turn) {
        StringBuilder text = new StringBuilder();
        for (int i = turn; text.length() < characters; i++) {
            text.append(Words.inTurn(sentences, i));
        }
        String last = sentences.get(0).substring(sentences.get(0).length() - 1);
        text.setLength(characters);
        // A comma just before the full stop would look torn off; the character before it is any letter of the text.
        if (characters > 1 && !Character.isLetter(text.charAt(characters - 2))) {
            text.setCharAt(characters - 2, sentences.get(0).charAt(0));
        }
        return text.replace(characters - 1, characters, last).toString();
    }
}
