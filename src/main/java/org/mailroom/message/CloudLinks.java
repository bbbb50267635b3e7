package org.mailroom.message;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.mailroom.campaign.Lexicon;
import org.mailroom.message.OpenedMail.CloudLink;

/** Finds links to files that were not attached (domain 5.6). Nothing is ever fetched. */
final class CloudLinks {
    private static final int MOST = 50;
    private static final int LONGEST_ABOUT = 300;
    private static final Pattern URL =
            Pattern.compile("https?://([\\w.-]+)(?::\\d+)?(/[^\\s\"'<>]*)?", Pattern.CASE_INSENSITIVE);

    private final List<String> hosts;
    private final Patterns words;

    CloudLinks(Lexicon lexicon) {
        hosts = lexicon.words("mail.link-hosts");
        words = Patterns.of(lexicon, "mail.link-words");
    }

    /** @param bodies plain text or HTML */
    List<CloudLink> in(List<String> bodies) {
        Map<String, CloudLink> found = new LinkedHashMap<>();
        for (String body : bodies) {
            for (Candidate candidate : candidates(body)) {
                link(candidate)
                        .filter(link -> found.size() < MOST)
                        .ifPresent(link -> found.putIfAbsent(candidate.url(), link));
            }
        }
        return List.copyOf(found.values());
    }

    private record Candidate(String url, String about) {}

    private Optional<CloudLink> link(Candidate candidate) {
        Matcher url = URL.matcher(candidate.url());
        if (!url.find()) {
            return Optional.empty();
        }
        String host = url.group(1).toLowerCase(Locale.ROOT);
        String place = host + (url.group(2) == null ? "" : url.group(2));
        boolean known = hosts.stream()
                .anyMatch(entry ->
                        place.startsWith(entry) || ("." + place).contains("." + entry) && host.endsWith(hostOf(entry)));
        return known || words.find(candidate.about())
                ? Optional.of(new CloudLink(host, candidate.about()))
                : Optional.empty();
    }

    private static String hostOf(String entry) {
        int slash = entry.indexOf('/');
        return slash < 0 ? entry : entry.substring(0, slash);
    }

    private static List<Candidate> candidates(String body) {
        List<Candidate> candidates = new ArrayList<>();
        if (body.contains("<")) {
            for (Element link : Jsoup.parse(body).select("a[href]")) {
                candidates.add(new Candidate(link.attr("href"), about(link)));
            }
        }
        Matcher url = URL.matcher(body);
        while (url.find() && candidates.size() < 10 * MOST) {
            int start = lineBreak(body, lineBreak(body, url.start()) - 1) + 1;
            int end = body.indexOf('\n', url.end());
            String lines = body.substring(start, end < 0 ? body.length() : end);
            candidates.add(
                    new Candidate(url.group(), shortened(Jsoup.parse(lines).text())));
        }
        return candidates;
    }

    private static int lineBreak(String body, int before) {
        return before < 0 ? -1 : body.lastIndexOf('\n', before);
    }

    /** The words of the smallest block around a link that says more than the link itself. */
    private static String about(Element link) {
        Element block = link;
        for (int up = 0;
                up < 4
                        && block.parent() != null
                        && block.text().length() <= link.text().length() + 4;
                up++) {
            block = block.parent();
        }
        return shortened(block.text());
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_ABOUT ? text : text.substring(0, LONGEST_ABOUT);
    }
}
