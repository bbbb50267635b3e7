package org.mailroom.reading.reader;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.mailroom.reading.Reading;
import org.mailroom.reading.ReadingLimits;
import org.mailroom.reading.Sheet;

/**
 * Reads Rich Text Format 1.9: groups, control words, characters. What they mean is {@link RtfBody}'s. Binary parts are passed
 * over without being held, and so are pictures unless they are asked for.
 */
final class RtfFile {
    /** Control words are 32 letters at most. */
    private static final int LONGEST_WORD = 32;

    private static final int LONGEST_NUMBER = 10;
    private static final int END = -1;

    private final Tally tally;
    private final RtfBody body;
    private final Deque<RtfGroup> groups = new ArrayDeque<>();
    private RtfGroup group = new RtfGroup();
    private int fallback;

    RtfFile(ReadingLimits limits) {
        this.tally = new Tally(limits);
        this.body = new RtfBody(tally);
    }

    Sheet read(InputStream octets) throws IOException {
        walk(octets);
        return body.sheet();
    }

    /** The pictures alone, in the order in which the text shows them. */
    List<WordPictures.Shown> pictures(InputStream octets) throws IOException {
        body.keepPictures();
        walk(octets);
        return body.pictures();
    }

    private void walk(InputStream octets) throws IOException {
        BufferedInputStream in = new BufferedInputStream(octets, 64 * 1024);
        for (int octet = in.read(); octet != END; octet = in.read()) {
            switch (octet) {
                case '{' -> open();
                case '}' -> {
                    if (!groups.isEmpty()) {
                        close();
                    }
                    if (groups.isEmpty()) {
                        return;
                    }
                }
                case '\\' -> control(in);
                case '\r', '\n', 0 -> {}
                default -> character(octet);
            }
        }
        if (!groups.isEmpty()) {
            throw new Refusal(Reading.Reason.TRUNCATED);
        }
    }

    private void open() throws Refusal {
        tally.depth(groups.size());
        body.flush(group);
        groups.push(group);
        group = group.inner();
        fallback = 0;
    }

    private void close() throws Refusal {
        RtfGroup outer = groups.pop();
        body.end(group, outer);
        group = outer;
        fallback = 0;
    }

    private void character(int octet) throws Refusal {
        if (fallback > 0) {
            fallback--;
        } else {
            body.octet(group, octet);
        }
    }

    private void control(BufferedInputStream in) throws IOException {
        int first = in.read();
        if (first >= 'a' && first <= 'z' || first >= 'A' && first <= 'Z') {
            word(in, first);
        } else if (first == '\'') {
            int high = Character.digit(in.read(), 16);
            int low = Character.digit(in.read(), 16);
            if (high >= 0 && low >= 0) {
                character(high << 4 | low);
            }
        } else if (first != END) {
            symbol(first);
        }
    }

    private void symbol(int symbol) throws Refusal {
        switch (symbol) {
            case '*' -> group.optional = true;
            case '\r', '\n' -> body.word(group, "par", 1);
            case '\\', '{', '}' -> character(symbol);
            case '~' -> body.unicode(group, '\u00a0');
            case '_' -> body.unicode(group, '-');
            default -> {}
        }
    }

    private void word(BufferedInputStream in, int first) throws IOException {
        StringBuilder word = new StringBuilder().append((char) first);
        in.mark(1);
        int next = in.read();
        while (next >= 'a' && next <= 'z' || next >= 'A' && next <= 'Z') {
            if (word.length() < LONGEST_WORD) {
                word.append((char) next);
            }
            in.mark(1);
            next = in.read();
        }
        StringBuilder digits = new StringBuilder();
        if (next == '-') {
            digits.append('-');
            in.mark(1);
            next = in.read();
        }
        while (next >= '0' && next <= '9') {
            if (digits.length() < LONGEST_NUMBER) {
                digits.append((char) next);
            }
            in.mark(1);
            next = in.read();
        }
        if (next != ' ' && next != END) {
            in.reset();
        }
        act(in, word.toString(), number(digits.toString()));
    }

    private static int number(String digits) {
        try {
            return digits.isEmpty() ? RtfBody.NO_NUMBER : (int) Math.max(-1_000_000_000, Long.parseLong(digits));
        } catch (NumberFormatException sign) {
            return RtfBody.NO_NUMBER;
        }
    }

    private void act(BufferedInputStream in, String word, int number) throws IOException {
        switch (word) {
            case "bin" -> {
                if (RtfBody.keeps(group)) {
                    body.binary(in.readNBytes(Math.max(0, number)));
                } else {
                    in.skipNBytes(Math.max(0, number));
                }
            }
            case "u" -> {
                body.unicode(group, (char) number);
                fallback = group.fallback;
            }
            case "uc" -> group.fallback = Math.max(0, Math.min(number, 8));
            default -> {
                if (fallback > 0) {
                    fallback--;
                }
                body.word(group, word, number);
            }
        }
    }
}
