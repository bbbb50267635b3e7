package org.mailroom.reading.wire;

import java.util.List;
import org.mailroom.message.Part;
import org.mailroom.reading.ReadFile;
import org.mailroom.reading.Reading;

/** A {@link ReadFile} without the attachment it came in, which the desk knows. */
public record Read(String name, long size, String sha256, Reading reading) {
    /** All files of one attachment. */
    public record All(List<Read> files) {
        public All {
            files = List.copyOf(files);
        }

        public static All of(List<ReadFile> files) {
            return new All(files.stream()
                    .map(file -> new Read(file.name(), file.size(), file.sha256(), file.reading()))
                    .toList());
        }

        public List<ReadFile> in(Part part) {
            return files.stream()
                    .map(file -> new ReadFile(part, file.name(), file.size(), file.sha256(), file.reading()))
                    .toList();
        }
    }
}
