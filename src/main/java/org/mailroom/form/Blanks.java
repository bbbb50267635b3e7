package org.mailroom.form;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The blank forms that units download, made from the descriptors: one file for each layout that names one. */
public final class Blanks {
    private final FormWriter writer;

    public Blanks(FormWriter writer) {
        this.writer = writer;
    }

    /** The name of the form's blank; empty if it has none. */
    public static Optional<String> fileName(FormDescriptor form) {
        return form.layout().optionalText("file");
    }

    /** @return the files written, in the order of the forms */
    public List<Path> writeAll(List<FormDescriptor> forms, Path folder) throws IOException {
        Files.createDirectories(folder);
        List<Path> written = new ArrayList<>();
        for (FormDescriptor form : forms) {
            Optional<String> name = fileName(form);
            if (name.isPresent()) {
                Path file = folder.resolve(name.get());
                try (OutputStream out = Files.newOutputStream(file)) {
                    writer.write(form, Filling.none(), out);
                }
                written.add(file);
            }
        }
        return written;
    }
}
