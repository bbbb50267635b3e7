package org.mailroom.reading.reader;

/**
 * How much one scan may ask of us.
 *
 * @param pages pages of one file; more are refused
 * @param pixels of one picture as it is stored; more are refused before anything is decoded
 * @param operators drawing steps of one page, those of forms within forms included; more are refused
 * @param seconds spent looking at the pages of one file; those that are left then are looked at one by one later
 */
record ScanLimits(int pages, long pixels, int operators, int seconds) {
    static ScanLimits standard() {
        return new ScanLimits(200, 150_000_000L, 1_500_000, 15);
    }
}
