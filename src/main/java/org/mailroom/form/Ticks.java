package org.mailroom.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mailroom.campaign.Lexicon;

/** Reads which options are ticked: a box or tick before each option, or behind it. */
final class Ticks {
    private static final String AROUND =
            "^[\\s\\p{Z}\\[\\](){}\uFF08\uFF09\u3010\u3011,;\uFF0C\u3001\uFF1B.]+|[\\s\\p{Z}\\[\\](){}\uFF08\uFF09\u3010\u3011,;\uFF0C\u3001\uFF1B.]+$";

    private static final Pattern BRACKETED = Pattern.compile("[(\uFF08\\[]([^()\uFF08\uFF09\\[\\]]{0,3})[)\uFF09\\]]");

    private final Set<String> ticks;
    private final Set<String> boxes;
    private final List<String> words;

    Ticks(Lexicon lexicon) {
        this.ticks = Set.copyOf(lexicon.words("form.ticks"));
        this.boxes = Set.copyOf(lexicon.words("form.boxes"));
        this.words = lexicon.words("form.tick-words");
    }

    private enum Mark {
        TICK,
        BOX,
        NONE
    }

    private record Option(Mark mark, String text) {}

    /** The ticked options, or what was typed instead of a tick; "" if nothing is ticked. */
    String chosen(String raw) {
        List<Option> options = options(raw);
        boolean marked = options.stream().anyMatch(option -> option.mark() != Mark.NONE);
        if (!marked) {
            return said(raw).orElse(raw.strip());
        }
        boolean ticked = options.stream().anyMatch(option -> option.mark() == Mark.TICK);
        Optional<String> said = ticked ? Optional.empty() : said(raw);
        if (said.isPresent()) {
            return said.get();
        }
        Mark wanted = ticked ? Mark.TICK : Mark.NONE;
        return options.stream()
                .filter(option -> option.mark() == wanted && !option.text().isEmpty())
                .map(Option::text)
                .collect(Collectors.joining(" "));
    }

    /** The one option beside which a tick's word was typed: "yes individual", "individual yes". */
    private Optional<String> said(String raw) {
        List<String> said = new ArrayList<>();
        for (String option : raw.split("[\\s\\p{Z}]+")) {
            for (String word : words) {
                if (option.length() > word.length() + 1 && option.startsWith(word)) {
                    said.add(option.substring(word.length()));
                } else if (option.length() > word.length() + 1 && option.endsWith(word)) {
                    said.add(option.substring(0, option.length() - word.length()));
                }
            }
        }
        return said.size() == 1 ? Optional.of(said.get(0)) : Optional.empty();
    }

    private List<Option> options(String raw) {
        String plain = unbracketed(raw);
        List<Mark> marks = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        StringBuilder words = new StringBuilder();
        plain.codePoints().mapToObj(Character::toString).forEach(sign -> {
            Mark mark = mark(sign);
            if (mark == Mark.NONE) {
                words.append(sign);
            } else {
                texts.add(trim(words.toString()));
                marks.add(mark);
                words.setLength(0);
            }
        });
        texts.add(trim(words.toString()));
        boolean before = marks.isEmpty() || before(plain, texts);
        List<Option> options = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            int mark = before ? i - 1 : i;
            boolean known = mark >= 0 && mark < marks.size();
            // Without open boxes the words that are not ticked stand in the same stretch.
            String text = known && !marks.contains(Mark.BOX) ? nearest(texts.get(i), before) : texts.get(i);
            options.add(new Option(known ? marks.get(mark) : Mark.NONE, withoutWord(text, known)));
        }
        return options;
    }

    private Mark mark(String sign) {
        return ticks.contains(sign) ? Mark.TICK : boxes.contains(sign) ? Mark.BOX : Mark.NONE;
    }

    /** "(x)" as the mark x, "( )" as an open box. */
    private String unbracketed(String raw) {
        String open = boxes.iterator().next();
        StringBuilder result = new StringBuilder();
        Matcher bracket = BRACKETED.matcher(raw);
        while (bracket.find()) {
            String inside = bracket.group(1).strip();
            boolean box = inside.isEmpty() || mark(inside) != Mark.NONE;
            String shown = inside.isEmpty() ? open : inside;
            bracket.appendReplacement(result, Matcher.quoteReplacement(box ? shown : bracket.group()));
        }
        return bracket.appendTail(result).toString();
    }

    /** Whether a mark stands before its option: where it is not plain, by the side on which it touches the words. */
    private boolean before(String plain, List<String> texts) {
        boolean first = texts.get(0).isEmpty();
        boolean last = texts.get(texts.size() - 1).isEmpty();
        if (first || last) {
            return first;
        }
        int at = 0;
        while (mark(plain.substring(at, plain.offsetByCodePoints(at, 1))) == Mark.NONE) {
            at = plain.offsetByCodePoints(at, 1);
        }
        int after = plain.offsetByCodePoints(at, 1);
        boolean touchesLeft = at > 0 && !blank(plain.charAt(at - 1));
        boolean touchesRight = after < plain.length() && !blank(plain.charAt(after));
        return touchesRight || !touchesLeft;
    }

    private static boolean blank(char sign) {
        return Character.isWhitespace(sign) || Character.isSpaceChar(sign);
    }

    /** The option behind a word that was typed over its box. */
    private String withoutWord(String text, boolean marked) {
        for (String word : words) {
            if (!marked && text.startsWith(word) && text.length() > word.length()) {
                return trim(text.substring(word.length()));
            }
        }
        return text;
    }

    private static String nearest(String text, boolean first) {
        String[] words = text.split("[\\s\\p{Z}\\u3001]+");
        return first ? words[0] : words[words.length - 1];
    }

    private static String trim(String text) {
        return text.replaceAll(AROUND, "");
    }
}
