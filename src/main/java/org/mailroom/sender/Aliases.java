package org.mailroom.sender;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mailroom.campaign.Campaign.Collision;
import org.mailroom.campaign.Lexicon;
import org.mailroom.campaign.Unit;

/**
 * Finds the units that a text names (specification 4.3). Read from left to right, the longest known name at each place
 * counts: 新疆兵团 before 新疆, and street names, prefectures and other collisions before the unit whose name they hold.
 * Postal addresses are cut out first.
 */
final class Aliases {
    /** A unit, or one of its sub-provincial cities, that a text names. */
    record Mention(String unit, String text, boolean city) {}

    private record Name(String text, Optional<String> unit, boolean city) {}

    private static final Pattern BLANKS_IN_HAN = Pattern.compile("(?<=\\p{IsHan})\\s+(?=\\p{IsHan})");

    private final Map<Character, List<Name>> names = new HashMap<>();
    private final List<Pattern> notAfter;
    private final List<Pattern> postalAddresses;

    Aliases(List<Unit> units, List<Collision> collisions, Lexicon lexicon) {
        notAfter = lexicon.patterns("sender.not-after");
        postalAddresses = lexicon.patterns("sender.postal-addresses");
        Map<String, Name> all = new HashMap<>();
        List<String> suffixes = lexicon.words("sender.city-suffixes");
        for (Unit unit : units) {
            Stream.concat(Stream.of(unit.name(), unit.shortName()), unit.aliases().stream())
                    .forEach(alias -> add(all, alias, Optional.of(unit.code()), false));
        }
        for (Unit unit : units) {
            for (String city : unit.cities()) {
                add(all, city, Optional.of(unit.code()), true);
                suffixes.stream()
                        .filter(city::endsWith)
                        .map(suffix -> city.substring(0, city.length() - suffix.length()))
                        .forEach(shortName -> add(all, shortName, Optional.of(unit.code()), true));
            }
        }
        collisions.forEach(collision -> add(all, collision.text(), Optional.empty(), false));
        units.forEach(unit -> unit.places().forEach(place -> add(all, place, Optional.empty(), false)));
        for (Name name : all.values()) {
            names.computeIfAbsent(name.text().charAt(0), first -> new ArrayList<>())
                    .add(name);
        }
        names.values()
                .forEach(list -> list.sort(
                        Comparator.comparing((Name name) -> name.text().length())
                                .reversed()));
    }

    /** The first meaning given to a text stays: alias before city before collision before place. */
    private static void add(Map<String, Name> all, String text, Optional<String> unit, boolean city) {
        String normal = normalised(text);
        if (!normal.isEmpty()) {
            all.putIfAbsent(normal, new Name(normal, unit, city));
        }
    }

    /** Every unit that the text names, in its order; once for each unit, with the longest name it was given. */
    List<Mention> units(String text) {
        return distinct(mentions(text).filter(mention -> !mention.city()));
    }

    /** The sub-provincial cities that the text names. */
    List<Mention> cities(String text) {
        return distinct(mentions(text).filter(Mention::city));
    }

    static String normalised(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return BLANKS_IN_HAN.matcher(folded.strip()).replaceAll("");
    }

    private Stream<Mention> mentions(String text) {
        String left = Normalizer.normalize(text, Normalizer.Form.NFKC);
        for (Pattern address : postalAddresses) {
            left = address.matcher(left).replaceAll("\n");
        }
        String normal = normalised(left);
        List<Mention> found = new ArrayList<>();
        for (int at = 0; at < normal.length(); ) {
            Optional<Name> name = nameAt(normal, at);
            int end = at + name.map(one -> one.text().length()).orElse(1);
            name.filter(one -> isWhole(normal, end))
                    .flatMap(one -> one.unit().map(unit -> new Mention(unit, one.text(), one.city())))
                    .ifPresent(found::add);
            at = end;
        }
        return found.stream();
    }

    private Optional<Name> nameAt(String text, int at) {
        boolean insideWord = at > 0 && isLatin(text.charAt(at)) && isLatin(text.charAt(at - 1));
        return insideWord
                ? Optional.empty()
                : names.getOrDefault(text.charAt(at), List.of()).stream()
                        .filter(name -> text.startsWith(name.text(), at))
                        .filter(name -> !endsInsideWord(text, at + name.text().length()))
                        .findFirst();
    }

    /** Whether what follows makes the name part of another one: a street, a school, a prefecture. */
    private boolean isWhole(String text, int end) {
        String rest = text.substring(end, Math.min(text.length(), end + 20));
        return notAfter.stream().noneMatch(pattern -> pattern.matcher(rest).lookingAt());
    }

    private static boolean endsInsideWord(String text, int end) {
        return end < text.length() && isLatin(text.charAt(end)) && isLatin(text.charAt(end - 1));
    }

    private static boolean isLatin(char c) {
        return Character.isLetterOrDigit(c) && Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN;
    }

    private static List<Mention> distinct(Stream<Mention> mentions) {
        Map<String, Mention> byUnit = new LinkedHashMap<>();
        mentions.forEach(mention -> byUnit.merge(
                mention.unit(),
                mention,
                (one, other) -> other.text().length() > one.text().length() ? other : one));
        return List.copyOf(byUnit.values());
    }
}
