package org.mailroom.message;

import jakarta.mail.MessagingException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mailroom.custody.RawOctets;

/**
 * Walks every part of one mail, attached mails included, and measures each leaf by streaming it once. Holds no octets of
 * an attachment.
 */
final class Walk {
    private static final int DEEPEST_MAIL = 5;
    private static final int DEEPEST = 40;
    private static final int MOST_PARTS = 1000;
    private static final int LONGEST_BODY = 1 << 20;
    private static final int LARGEST_DECORATION = 20 << 10;
    private static final Set<String> SIGNATURES = Set.of(
            "application/pgp-signature",
            "application/pkcs7-signature",
            "application/x-pkcs7-signature",
            "application/applefile");

    /** A leaf that is no body text. */
    record Found(Part part, String contentId, boolean inline) {
        boolean isDecoration(Set<String> shown) {
            boolean small =
                    part.size() < LARGEST_DECORATION && part.declaredType().startsWith("image/");
            return SIGNATURES.contains(part.declaredType())
                    || small
                            && (shown.contains(contentId)
                                    || inline && part.fileName().isEmpty());
        }
    }

    private final Tree tree;
    private final Node.Words words;
    private final OpenRaw raw;
    private final int deepestMail;
    private final List<Found> found = new ArrayList<>();
    private final List<String> passedOver = new ArrayList<>();
    private final List<Node> seen = new ArrayList<>();
    private final List<Body> bodies = new ArrayList<>();
    private final Set<String> shown = new HashSet<>();

    /** A body text as it was sent. */
    record Body(String text, boolean html) {}

    /** Opens the stored file of the mail walked. */
    @FunctionalInterface
    interface OpenRaw {
        InputStream open() throws IOException;
    }

    Walk(Tree tree, Node.Words words, OpenRaw raw) {
        this(tree, words, raw, DEEPEST_MAIL);
    }

    /** @param deepestMail mails within mails that are opened; beyond, an attached mail is a leaf */
    Walk(Tree tree, Node.Words words, OpenRaw raw, int deepestMail) {
        this.deepestMail = deepestMail;
        this.tree = tree;
        this.words = words;
        this.raw = raw;
    }

    /** @return the text of the sender's own body, quotes included */
    String walk(Node root) throws IOException {
        return together(root, visitAll(tree.inside(root), 0, 0)).text();
    }

    List<Part> parts() {
        return found.stream()
                .filter(leaf -> !leaf.isDecoration(shown))
                .map(Found::part)
                .toList();
    }

    /** Decoration, and what lies beyond the limits. */
    List<String> skipped() {
        List<String> names = new ArrayList<>(passedOver);
        found.stream()
                .filter(leaf -> leaf.isDecoration(shown))
                .map(Found::part)
                .map(part -> part.fileName().isEmpty() ? part.declaredType() + " " + part.path() : part.fileName())
                .forEach(names::add);
        return names;
    }

    /** Whether every part was looked at; false beyond the limits. */
    boolean isWhole() {
        return passedOver.isEmpty();
    }

    /** Every node of the mail itself, attached mails closed. */
    List<Node> nodes() {
        return seen;
    }

    /** Body texts of the mail and of attached mails. */
    List<Body> bodies() {
        return bodies;
    }

    /** What a node adds to the body text. */
    private record Said(String text, boolean html) {
        static final Said NOTHING = new Said("", false);
    }

    private List<Said> visitAll(List<Node> nodes, int depth, int mails) throws IOException {
        List<Said> said = new ArrayList<>();
        for (Node node : nodes) {
            if (found.size() >= MOST_PARTS || depth > DEEPEST) {
                passedOver.add(node.type() + " " + node.path());
            } else {
                said.add(visit(node, depth, mails));
            }
        }
        return said;
    }

    private Said visit(Node node, int depth, int mails) throws IOException {
        if (mails == 0) {
            seen.add(node);
        }
        if (node.isMultipart()) {
            List<Node> children = tree.children(node);
            if (!children.isEmpty()) {
                return together(node, visitAll(children, depth + 1, mails));
            }
        }
        if (tree.isMail(node)) {
            attachedMail(node, depth, mails);
            return Said.NOTHING;
        }
        return isBody(node) ? body(node, mails) : leaf(node);
    }

    /** An attached mail is opened; it stays a file of its own if nothing is attached to it. */
    private void attachedMail(Node node, int depth, int mails) throws IOException {
        int before = found.size();
        if (mails < deepestMail) {
            visitAll(tree.children(node), depth + 1, mails + 1);
        }
        if (found.size() == before) {
            leaf(node);
        }
    }

    private static boolean isBody(Node node) {
        String type = node.type();
        boolean text = type.equals("text/plain") || type.equals("text/html") || node.isMultipart();
        return text && node.fileName().isEmpty() && !node.disposition().value().equals("attachment");
    }

    private Said body(Node node, int mails) throws IOException {
        boolean html = node.type().equals("text/html");
        String text = text(node, html);
        bodies.add(new Body(text, html));
        if (html) {
            shown.addAll(HtmlText.pictures(text));
        }
        return mails > 0 ? Said.NOTHING : new Said(html ? HtmlText.of(text) : text, html);
    }

    private String text(Node node, boolean html) throws IOException {
        try (InputStream in = node.decoded().stream()) {
            byte[] octets = in.readNBytes(LONGEST_BODY);
            String charset = node.contentType().text("charset").orElse("");
            return words.decoder().decode(charset.isEmpty() && html ? HtmlText.charset(octets) : charset, octets);
        } catch (MessagingException unreadable) {
            return "";
        }
    }

    private Said leaf(Node node) throws IOException {
        MessageDigest digest = sha256();
        long size = 0;
        String damage = "";
        try {
            Node.Decoded decoded = node.decoded();
            try (InputStream in = new DigestInputStream(decoded.stream(), digest)) {
                byte[] buffer = new byte[16_384];
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    size += n;
                }
            }
            damage = decoded.isBroken() ? Part.BROKEN_ENCODING : node.truncated() ? Part.TRUNCATED : "";
        } catch (MessagingException unreadable) {
            damage = Part.UNREADABLE;
        }
        Optional<RawOctets> place = node.place();
        String type = node.type().toLowerCase(Locale.ROOT);
        String sha256 = HexFormat.of().formatHex(digest.digest());
        Part part = new Part(node.path(), node.fileName(), type, size, sha256, damage, () -> content(node, place));
        found.add(new Found(part, node.contentId(), !node.disposition().value().equals("attachment")));
        return Said.NOTHING;
    }

    /** The decoded octets of a leaf; closing them closes the stored file. */
    private InputStream content(Node leaf, Optional<RawOctets> place) throws IOException {
        InputStream file = raw.open();
        try {
            return new FilterInputStream(again(leaf, place, file).decoded().stream()) {
                @Override
                public void close() throws IOException {
                    try (file) {
                        super.close();
                    }
                }
            };
        } catch (IOException | RuntimeException failure) {
            file.close();
            throw failure;
        } catch (MessagingException unreadable) {
            file.close();
            return InputStream.nullInputStream();
        }
    }

    /** The leaf in a file opened anew; one inside an encoded mail is found by the way it was found before. */
    private Node again(Node leaf, Optional<RawOctets> place, InputStream file) throws IOException {
        if (place.isPresent() && file instanceof RawOctets octets) {
            return leaf.over(octets.newStream(place.get().start(), place.get().end()));
        }
        return tree.find(tree.root(file), leaf.path())
                .orElseThrow(() -> new IllegalStateException("no part " + leaf.path()));
    }

    private static Said together(Node node, List<Said> said) {
        return node.type().equals("multipart/alternative") ? best(said) : joined(said);
    }

    private static Said best(List<Said> said) {
        return said.stream()
                .filter(one -> !one.text().isBlank() && !one.html())
                .findFirst()
                .or(() -> said.stream().filter(one -> !one.text().isBlank()).findFirst())
                .orElse(Said.NOTHING);
    }

    private static Said joined(List<Said> said) {
        List<Said> spoken = said.stream().filter(one -> !one.text().isBlank()).toList();
        String text = String.join("\n", spoken.stream().map(Said::text).toList());
        return new Said(text, spoken.stream().allMatch(Said::html) && !spoken.isEmpty());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
