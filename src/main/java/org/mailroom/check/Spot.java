package org.mailroom.check;

import java.util.Optional;
import org.mailroom.reading.ScanPage.Box;

/**
 * Where on a scan a person should look.
 *
 * @param fileName the scan's file
 * @param page from 1
 * @param box the region of the page; empty = the whole page
 */
public record Spot(String fileName, int page, Optional<Box> box) {}
