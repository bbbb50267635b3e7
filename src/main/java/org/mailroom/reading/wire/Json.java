package org.mailroom.reading.wire;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.StreamCorruptedException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.mailroom.reading.Reading;
import org.mailroom.reading.Sheet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The values of this room as JSON. A type is named by a word of a closed list, never by a class. */
public final class Json {
    private final JsonMapper mapper = JsonMapper.builder()
            .addMixIn(Reading.class, ReadingWord.class)
            .addMixIn(Sheet.Block.class, BlockWord.class)
            .build();

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    @JsonSubTypes({
        @Type(value = Reading.Readable.class, name = "readable"),
        @Type(value = Reading.Scan.class, name = "scan"),
        @Type(value = Reading.Unchecked.class, name = "unchecked"),
        @Type(value = Reading.Refused.class, name = "refused")
    })
    private interface ReadingWord {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    @JsonSubTypes({
        @Type(value = Sheet.Paragraph.class, name = "paragraph"),
        @Type(value = Sheet.Table.class, name = "table")
    })
    private interface BlockWord {}

    public byte[] octets(Object value) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        // A writer, since old Word files and file names may hold half a surrogate pair: here it becomes "?", written
        // as octets by Jackson itself it would be an error.
        try (Writer writer = new OutputStreamWriter(octets, StandardCharsets.UTF_8)) {
            mapper.writeValue(writer, value);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return octets.toByteArray();
    }

    /** @throws StreamCorruptedException if the octets are not such a value; it says nothing of their content */
    public <T> T value(byte[] octets, Class<T> type) throws StreamCorruptedException {
        try {
            return mapper.readValue(octets, type);
        } catch (JacksonException corrupt) {
            throw new StreamCorruptedException("not a " + type.getSimpleName());
        }
    }
}
