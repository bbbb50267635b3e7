package org.mailroom.reading.reader;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Red pixels that lie together, with gaps of a given width bridged. */
record RedBlobs(List<Blob> blobs) {
    /** The frame around the red pixels themselves. */
    record Blob(int left, int top, int width, int height) {}

    List<Blob> largest(int most) {
        return blobs.stream()
                .sorted(Comparator.comparingLong((Blob blob) -> -(long) blob.width() * blob.height()))
                .limit(most)
                .toList();
    }

    /** @param gap pixels that are bridged on each side */
    static RedBlobs of(boolean[] mask, int width, int height, int gap) {
        boolean[] wide = grown(mask, width, height, gap);
        int[] stack = new int[1024];
        List<Blob> blobs = new ArrayList<>();
        for (int start = 0; start < wide.length; start++) {
            if (!wide[start]) {
                continue;
            }
            int depth = 0;
            stack[depth++] = start;
            wide[start] = false;
            int left = width;
            int right = -1;
            int top = height;
            int bottom = -1;
            while (depth > 0) {
                int at = stack[--depth];
                int x = at % width;
                int y = at / width;
                if (mask[at]) {
                    left = Math.min(left, x);
                    right = Math.max(right, x);
                    top = Math.min(top, y);
                    bottom = Math.max(bottom, y);
                }
                if (depth + 4 > stack.length) {
                    stack = Arrays.copyOf(stack, stack.length * 2);
                }
                depth = push(wide, stack, depth, x > 0, at - 1);
                depth = push(wide, stack, depth, x < width - 1, at + 1);
                depth = push(wide, stack, depth, y > 0, at - width);
                depth = push(wide, stack, depth, y < height - 1, at + width);
            }
            if (right > left && bottom > top) {
                blobs.add(new Blob(left, top, right - left + 1, bottom - top + 1));
            }
        }
        return new RedBlobs(blobs);
    }

    private static int push(boolean[] wide, int[] stack, int depth, boolean inside, int at) {
        if (!inside || !wide[at]) {
            return depth;
        }
        wide[at] = false;
        stack[depth] = at;
        return depth + 1;
    }

    private static boolean[] grown(boolean[] mask, int width, int height, int gap) {
        boolean[] across = new boolean[mask.length];
        boolean[] both = new boolean[mask.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (mask[y * width + x]) {
                    Arrays.fill(
                            across, y * width + Math.max(0, x - gap), y * width + Math.min(width, x + gap + 1), true);
                }
            }
        }
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (across[y * width + x]) {
                    for (int row = Math.max(0, y - gap); row <= Math.min(height - 1, y + gap); row++) {
                        both[row * width + x] = true;
                    }
                }
            }
        }
        return both;
    }
}
