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
import org.jsoup.nodes.Document;
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

    List<CloudLink> in(List<Walk.Body> bodies) {
        Map<String, CloudLink> found = new LinkedHashMap<>();
        for (Walk.Body body : bodies) {
            for (Candidate candidate : body.html() ? inHtml(body.text()) : inText(body.text())) {
                link(candidate)
                        .filter(link -> found.size() < MOST)
                        .ifPresent(link -> found.putIfAbsent(candidate.url(), link));
            }
        }
        return List.copyOf(found.values());
    }

    /**
     * A link that may lead to a file.
     *
     * @param own the words of the link itself, or its line
     * @param about the words around it
     */
    private record Candidate(String url, String own, String about) {}

    private Optional<CloudLink> link(Candidate candidate) {
        Matcher url = URL.matcher(candidate.url());
        if (!url.lookingAt()) {
            return Optional.empty();
        }
        String host = url.group(1).toLowerCase(Locale.ROOT);
        String path = Optional.ofNullable(url.group(2)).orElse("");
        return hosts.stream().anyMatch(entry -> covers(entry, host, path)) || words.find(candidate.own())
                ? Optional.of(new CloudLink(host, candidate.about()))
                : Optional.empty();
    }

    /** An entry covers a host and all below it; one with a slash only the paths that begin like its own. */
    private static boolean covers(String entry, String host, String path) {
        int slash = entry.indexOf('/');
        String name = slash < 0 ? entry : entry.substring(0, slash);
        return (host.equals(name) || host.endsWith("." + name))
                && (slash < 0 || path.startsWith(entry.substring(slash)));
    }

    private static List<Candidate> inHtml(String html) {
        Document document = Jsoup.parse(html);
        List<Candidate> candidates = new ArrayList<>();
        for (Element link : document.select("a[href]")) {
            candidates.add(new Candidate(link.attr("href"), link.text(), around(link)));
        }
        candidates.addAll(inText(document.wholeText()));
        return candidates;
    }

    /** With the line before, where clients put the file's name. */
    private static List<Candidate> inText(String text) {
        List<Candidate> candidates = new ArrayList<>();
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        for (int i = 0; i < lines.size(); i++) {
            Matcher url = URL.matcher(lines.get(i));
            while (url.find() && candidates.size() < 10 * MOST) {
                String about = String.join(" ", lines.subList(Math.max(0, i - 1), Math.min(lines.size(), i + 2)));
                candidates.add(new Candidate(url.group(), lines.get(i), shortened(about)));
            }
        }
        return candidates;
    }

    /** The words of the smallest block around a link that says more than the link itself. */
    private static String around(Element link) {
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
