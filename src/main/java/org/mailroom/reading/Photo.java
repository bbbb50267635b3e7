package org.mailroom.reading;

/**
 * A picture looked at as a portrait.
 *
 * @param width pixels
 * @param height pixels
 * @param grey whether it has no colour
 * @param topLeft mean colour of the corner patch, 8 % of the width and height
 * @param topRight mean colour of the corner patch
 */
public record Photo(int width, int height, boolean grey, Patch topLeft, Patch topRight) {
    /** A mean colour: hue in degrees from 0 to 360, saturation from 0 to 1. */
    public record Patch(double hue, double saturation) {}
}
