package org.mailroom.reading;

/**
 * How much one attachment may unfold to. Beyond any of them the file is refused, never cut.
 *
 * @param entries files in an archive, archives within it included
 * @param entryBytes one file unpacked
 * @param totalBytes all files unpacked
 * @param ratio unpacked octets for one packed octet, looked at beyond the first MiB
 * @param depth archives within archives; 1 = the attachment itself
 * @param inMemory octets a file may take in memory; a larger one is held in the temporary folder while it is read
 * @param characters text of one document
 * @param cells cells of one document
 * @param nesting elements within elements of one document
 */
public record ReadingLimits(
        int entries,
        long entryBytes,
        long totalBytes,
        int ratio,
        int depth,
        int inMemory,
        int characters,
        int cells,
        int nesting) {
    private static final long MEGABYTE = 1024L * 1024;

    public static ReadingLimits standard() {
        return new ReadingLimits(
                500, 60 * MEGABYTE, 300 * MEGABYTE, 100, 3, (int) (2 * MEGABYTE), 5_000_000, 200_000, 100);
    }
}
