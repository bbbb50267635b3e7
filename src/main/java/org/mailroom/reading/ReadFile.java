package org.mailroom.reading;

import org.mailroom.message.Part;

/**
 * One file, attached or out of an archive, and what came of reading it.
 *
 * @param part the attachment it came in
 * @param name its name; for an archive's entry the path inside, for example 材料.zip/附件1/张三.docx
 */
public record ReadFile(Part part, String name, long size, String sha256, Reading reading) {}
