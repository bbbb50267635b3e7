package org.mailroom.bench;

/** How many mails each part of the benchmark takes. */
record Sizes(int warmUp, int small, int typical, int pacedSmall, int pacedTypical, int large, int growthBatch) {
    static final Sizes FULL = new Sizes(1500, 400, 120, 150, 75, 10, 200);
    /** To see that everything works; its numbers mean nothing. */
    static final Sizes QUICK = new Sizes(30, 40, 15, 20, 10, 2, 40);

    static Sizes asked() {
        return Boolean.getBoolean("bench.quick") ? QUICK : FULL;
    }
}
