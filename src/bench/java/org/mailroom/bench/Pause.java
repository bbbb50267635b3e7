package org.mailroom.bench;

/** Waiting, in a program that measures time and asks no test library to wait for it. */
final class Pause {
    private Pause() {}

    static void millis(long time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
