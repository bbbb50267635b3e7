package org.mailroom.dossier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mailroom.campaign.DocumentKind;
import org.mailroom.campaign.Medium;
import org.mailroom.campaign.RequiredDocument;
import org.mailroom.campaign.Stage;
import org.mailroom.check.Dossier.Nominee;
import org.mailroom.dossier.DossierRules.Nomination;
import org.mailroom.dossier.ScanAssignment.Neighbour;
import org.mailroom.form.Form;
import org.mailroom.form.RecognisedMail;
import org.mailroom.form.RecognisedMail.RecognisedFile;
import org.mailroom.reading.ReadFile;
import org.mailroom.reading.Reading;

/**
 * Decides where each file of a mail goes; pure, and never by a file's name where its content could be read. Pages that stand in a
 * document have no name of their own: only what is read on them places them.
 */
record Sorting(List<Stage> stages, Map<String, DocumentKind> documents, ScanAssignment scans, DossierRules rules) {

    /**
     * What is known before the mail is looked at.
     *
     * @param tagged the stage of a receipt number quoted in the subject
     * @param unfinished stages this unit has begun and not completed
     * @param nominees nominees of this unit
     */
    record Known(Optional<String> tagged, Set<String> unfinished, Collection<Nominee> nominees) {}

    List<Sorted> sort(RecognisedMail mail, Known known) {
        return sort(mail.files(), mail.mail().mail().stored().receivedAt(), known);
    }

    /** Files that came together. */
    List<Sorted> sort(List<RecognisedFile> files, Instant received, Known known) {
        List<String> company = files.stream()
                .flatMap(file -> file.forms().stream())
                .map(Form::document)
                .toList();
        Set<Nominee> nominees = new LinkedHashSet<>(known.nominees());
        nominees.addAll(rules.nominees(
                files.stream().flatMap(file -> file.forms().stream()).toList()));
        List<Neighbour> neighbours = new ArrayList<>();
        for (RecognisedFile file : files) {
            for (Form form : file.forms()) {
                Optional<Nominee> nominee =
                        rules.nomination(form, List.copyOf(nominees)).map(Nomination::nominee);
                neighbours.add(new Neighbour(file.file().name(), form.document(), nominee));
            }
        }
        List<ReadFile> within = files.stream()
                .map(RecognisedFile::file)
                .filter(file -> files.stream().anyMatch(other -> other.file().shows(file)))
                .toList();
        long unread = files.stream()
                .filter(file -> !(file.file().reading() instanceof Reading.Readable)
                        && !(file.file().reading() instanceof Reading.Refused)
                        && !within.contains(file.file()))
                .count();
        Context context = new Context(received, known, company, nominees, neighbours, within, unread == 1);
        List<Sorted> sorted = new ArrayList<>();
        files.forEach(file -> sorted.addAll(sort(file, context)));
        return sorted;
    }

    /** One scan whose pages were read after its mail was filed. */
    List<Sorted> sortRead(RecognisedFile scan, List<String> company, Instant received, Known known) {
        Set<Nominee> nominees = new LinkedHashSet<>(known.nominees());
        return ScannedFiles.sort(
                this, scan, new Context(received, known, company, nominees, List.of(), List.of(), false));
    }

    /** @param within files that stand in a document of the same mail */
    record Context(
            Instant received,
            Known known,
            List<String> company,
            Set<Nominee> nominees,
            List<Neighbour> neighbours,
            List<ReadFile> within,
            boolean alone) {}

    private List<Sorted> sort(RecognisedFile recognised, Context context) {
        ReadFile file = recognised.file();
        if (file.reading() instanceof Reading.Refused refused) {
            return List.of(new Sorted.Refused(file, refused.reason()));
        }
        if (file.reading() instanceof Reading.Readable) {
            return recognised.forms().isEmpty()
                    ? List.of(new Sorted.Unsure(file))
                    : recognised.forms().stream()
                            .map(form -> read(file, form, context))
                            .toList();
        }
        List<Sorted> pages = ScannedFiles.sort(this, recognised, context);
        if (!pages.isEmpty()) {
            return pages;
        }
        if (context.within().contains(file)) {
            return List.of(new Sorted.Unsure(file));
        }
        return List.of(scans.of(file.name(), context.nominees(), context.neighbours(), context.alone())
                .flatMap(proposal -> assigned(file, proposal, context))
                .orElse(new Sorted.Unsure(file)));
    }

    private Sorted read(ReadFile file, Form form, Context context) {
        DocumentKind document = documents.get(form.document());
        Optional<Stage> stage = document == null ? Optional.empty() : stage(document.id(), context);
        if (document == null || stage.isEmpty()) {
            return new Sorted.Unsure(file);
        }
        Optional<Nomination> nomination = rules.nomination(form, List.copyOf(context.nominees()));
        boolean nominees = required(stage.get(), document.id()).per() == RequiredDocument.Per.NOMINEE;
        if (nominees && nomination.isEmpty()) {
            return new Sorted.Nameless(file, stage.get(), document, form);
        }
        return new Sorted.Slotted(
                file,
                stage.get(),
                document,
                Medium.ELECTRONIC,
                nominees ? nomination.map(Nomination::nominee) : Optional.empty(),
                Optional.of(form),
                Optional.empty(),
                nominees ? nomination.flatMap(Nomination::identityNumber) : Optional.empty());
    }

    /** A picture is a scan where a scan is asked for, else the electronic file itself (照片); a text file is electronic. */
    private Optional<Sorted> assigned(ReadFile file, ScanAssignment.Proposal proposal, Context context) {
        return stage(proposal.document().id(), context).map(stage -> {
            Set<Medium> media = required(stage, proposal.document().id()).media();
            boolean picture = file.reading() instanceof Reading.Scan;
            Medium medium = picture && media.contains(Medium.SCAN) ? Medium.SCAN : Medium.ELECTRONIC;
            return new Sorted.Slotted(
                    file,
                    stage,
                    proposal.document(),
                    medium,
                    proposal.nominee(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        });
    }

    Optional<Stage> stage(String document, Context context) {
        Set<String> others = new HashSet<>(context.company());
        others.remove(document);
        return new StageChoice(stages)
                .of(document, others, context.known().tagged(), context.known().unfinished(), context.received());
    }

    static RequiredDocument required(Stage stage, String document) {
        return stage.required().stream()
                .filter(required -> required.document().id().equals(document))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(stage.id() + " does not ask for " + document));
    }
}
