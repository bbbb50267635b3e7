package org.mailroom.reading.reader;

import com.github.junrar.Archive;
import com.github.junrar.ArchiveOptions;
import com.github.junrar.exception.RarException;
import com.github.junrar.exception.UnsupportedDictionarySizeException;
import com.github.junrar.exception.UnsupportedRarEncryptedException;
import com.github.junrar.exception.UnsupportedRarMethodException;
import com.github.junrar.exception.UnsupportedRarVersionException;
import com.github.junrar.exception.WrongPasswordException;
import com.github.junrar.rarfile.FileHeader;
import com.github.junrar.rarfile.HostSystem;
import com.github.junrar.rarfile.rar5.Rar5BlockType;
import com.github.junrar.rarfile.rar5.Rar5MainHeader;
import com.github.junrar.rarfile.rar5.Rar5RedirType;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.mailroom.reading.Reading;

/** The entries of a RAR, version 4 or 5, in their order. */
final class RarEntries implements Entries {
    /** As for 7z: a larger window would crowd out the reader's memory. */
    private static final long WINDOW = SevenZipEntries.MEMORY * 1024L;

    private static final int KIND = 0170000;
    private static final int REGULAR = 0100000;

    private final Archive rar;
    private final EntryNames names;
    private final long size;
    private final Iterator<FileHeader> headers;

    /** @throws IOException if it cannot be opened, is one volume of several, or declares more than the limits */
    RarEntries(Held held, Budget budget, EntryNames names) throws IOException {
        this.names = names;
        this.size = held.size();
        try {
            rar = new Archive(
                    new RarVolume(held),
                    ArchiveOptions.builder().maxDictionarySize(WINDOW).build());
        } catch (RarException broken) {
            throw refusal(broken);
        }
        try {
            check(budget);
        } catch (RarException broken) {
            rar.close();
            throw refusal(broken);
        } catch (IOException refused) {
            rar.close();
            throw refused;
        }
        headers = rar.getFileHeaders().iterator();
    }

    private void check(Budget budget) throws RarException, Refusal {
        if (rar.isEncrypted()) {
            throw new Refusal(Reading.Reason.ENCRYPTED);
        }
        List<FileHeader> files = rar.getFileHeaders();
        if (volume() || files.stream().anyMatch(file -> file.isSplitAfter() || file.isSplitBefore())) {
            throw new Refusal(Reading.Reason.SPLIT);
        }
        if (files.stream().anyMatch(FileHeader::isUnpSizeUnknown)) {
            throw new Refusal(Reading.Reason.UNSUPPORTED);
        }
        long sum = 0;
        for (FileHeader file : files) {
            budget.declared(file.getFullUnpackSize(), Long.MAX_VALUE);
            sum += file.getFullUnpackSize();
            budget.declared(sum, size);
        }
    }

    private boolean volume() {
        boolean five = rar.getHeaders().stream()
                .anyMatch(block -> block instanceof Rar5MainHeader main
                        && main.getRar5Type() == Rar5BlockType.MAIN
                        && main.isVolume());
        return five || rar.getMainHeader() != null && rar.getMainHeader().isMultiVolume();
    }

    @Override
    public Optional<Entry> next() throws IOException {
        if (!headers.hasNext()) {
            if (cut()) {
                throw new Refusal(Reading.Reason.TRUNCATED);
            }
            return Optional.empty();
        }
        FileHeader header = headers.next();
        return Optional.of(new Entry(
                name(header),
                kind(header),
                header.getFullUnpackSize(),
                header.getFullPackSize(),
                OptionalLong.empty(),
                out -> {
                    try {
                        rar.extractFile(header, out);
                    } catch (RarException broken) {
                        throw refusal(broken);
                    }
                }));
    }

    /** A RAR5 always has an end block; the library stops at the end of the file without a word. */
    private boolean cut() {
        return rar.getHeaders().stream().anyMatch(Rar5MainHeader.class::isInstance)
                && rar.getHeaders().stream()
                        .noneMatch(block ->
                                block instanceof Rar5MainHeader main && main.getRar5Type() == Rar5BlockType.ENDARC);
    }

    private String name(FileHeader header) {
        byte[] raw = header.getFileNameByteArray();
        boolean old = !header.isRar5Container() && !header.isUnicode() && raw != null;
        String name = old ? names.decode(raw) : header.getFileName();
        return name == null ? "" : name;
    }

    private static Kind kind(FileHeader header) {
        if (header.isDirectory()) {
            return Kind.FOLDER;
        }
        if (header.isEncrypted()) {
            return Kind.LOCKED;
        }
        boolean redirected =
                header.getRedirection() != null && header.getRedirection().getType() != Rar5RedirType.NONE;
        boolean unix = !header.isRar5Container() && header.getHostOS() == HostSystem.unix;
        int mode = unix ? header.getFileAttr() & KIND : REGULAR;
        return redirected || mode != REGULAR && mode != 0 ? Kind.LINK : Kind.FILE;
    }

    private static Refusal refusal(RarException broken) {
        if (broken instanceof WrongPasswordException || broken instanceof UnsupportedRarEncryptedException) {
            return new Refusal(Reading.Reason.ENCRYPTED);
        }
        boolean unknown = broken instanceof UnsupportedRarMethodException
                || broken instanceof UnsupportedRarVersionException
                || broken instanceof UnsupportedDictionarySizeException;
        return new Refusal(unknown ? Reading.Reason.UNSUPPORTED : Reading.Reason.UNREADABLE);
    }

    @Override
    public void close() throws IOException {
        rar.close();
    }
}
