package org.mailroom.check;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailroom.check.Dossier.Filed;
import org.mailroom.check.Dossier.Nominee;
import org.mailroom.form.Place;
import org.mailroom.reading.Photo;

/**
 * A portrait of the size, shape and background that is asked for. All of it is measured; whose face it is, is for a
 * person.
 *
 * @param document the document that is the photo
 * @param width least width in pixels
 * @param height least height in pixels
 * @param narrowest least width for a height of 1
 * @param widest greatest width for a height of 1
 * @param hueFrom first hue of the background in degrees
 * @param hueTo last hue
 * @param saturation least saturation of the background, from 0 to 1
 */
record PortraitPhoto(
        Words words,
        String document,
        int width,
        int height,
        double narrowest,
        double widest,
        int hueFrom,
        int hueTo,
        double saturation)
        implements WordedRule {

    static Rule read(Line line) {
        return new PortraitPhoto(
                line.words(
                        Variant.whole("other", "name"),
                        Variant.whole("small", "name", "width", "height", "minWidth", "minHeight"),
                        Variant.whole("grey", "name"),
                        Variant.whole("shape", "name", "width", "height"),
                        Variant.whole("background", "name")),
                line.document("document"),
                line.number("width"),
                line.number("height"),
                line.percent("narrowest"),
                line.percent("widest"),
                line.number("hueFrom"),
                line.number("hueTo"),
                line.percent("saturation"));
    }

    @Override
    public Stream<Finding> check(Dossier dossier) {
        return dossier.filed().stream()
                .filter(filed -> filed.document().equals(document))
                .flatMap(filed -> filed.scanned().stream().flatMap(scanned -> check(filed, scanned)));
    }

    /** A file that could only be named says nothing; one with pages that is no single picture is no photo. */
    private Stream<Finding> check(Filed filed, Dossier.Scanned scanned) {
        if (scanned.photo().isEmpty()) {
            return scanned.finished() && !scanned.pages().isEmpty() ? say(filed, "other", Map.of()) : Stream.empty();
        }
        Photo photo = scanned.photo().get();
        Map<String, Object> size =
                Map.of("width", photo.width(), "height", photo.height(), "minWidth", width, "minHeight", height);
        return Stream.of(
                        photo.width() < width || photo.height() < height
                                ? say(filed, "small", size)
                                : Stream.<Finding>empty(),
                        wellShaped(photo) ? Stream.<Finding>empty() : say(filed, "shape", size),
                        photo.grey() ? say(filed, "grey", Map.of()) : Stream.<Finding>empty(),
                        photo.grey() || isBackground(photo.topLeft()) && isBackground(photo.topRight())
                                ? Stream.<Finding>empty()
                                : say(filed, "background", Map.of()))
                .flatMap(found -> found);
    }

    private boolean wellShaped(Photo photo) {
        double ratio = (double) photo.width() / Math.max(1, photo.height());
        return ratio >= narrowest && ratio <= widest;
    }

    private boolean isBackground(Photo.Patch patch) {
        return patch.hue() >= hueFrom && patch.hue() <= hueTo && patch.saturation() > saturation;
    }

    private Stream<Finding> say(Filed filed, String variant, Map<String, Object> values) {
        Optional<String> name = filed.nominee().map(Nominee::name);
        Map<String, Object> more = new HashMap<>(values);
        more.put("name", name.orElse(""));
        return words.say(variant, new Place(document, name, "", 0, ""), more);
    }
}
