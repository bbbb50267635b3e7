package org.mailroom.dossier;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mailroom.campaign.Campaign;
import org.mailroom.campaign.Medium;
import org.mailroom.campaign.RequiredDocument;
import org.mailroom.campaign.Stage;
import org.mailroom.custody.By;
import org.mailroom.custody.Decided;
import org.mailroom.custody.Decisions;
import org.mailroom.custody.Decisions.About;
import org.mailroom.custody.Decisions.Case;
import org.mailroom.custody.Decisions.Not;
import org.mailroom.custody.Decisions.Outcome;
import org.mailroom.custody.Decisions.Question;
import org.mailroom.custody.Decisions.Taken;
import org.mailroom.custody.EventLog;
import org.mailroom.custody.Tasks;
import org.mailroom.dossier.AssignedMails.MailRow;
import org.mailroom.dossier.AssignedParts.Filled;
import org.mailroom.dossier.AssignedParts.PartRow;
import org.mailroom.dossier.DossierRows.DossierRow;

/** A door for people: whose a mail is, and which slots a file fills, where the machine could not tell (待人工归类). */
public final class Assignments {
    private static final List<String> SETTLED =
            List.of("unknown-sender", "objection", "restricted", "command", "inquiry", "bounce");

    private final Campaign campaign;
    private final Decisions decisions;
    private final EventLog events;
    private final Tasks tasks;
    private final AssignedMails mails;
    private final AssignedParts parts;
    private final DossierRows rows;
    private final Assessment assessment;
    private final ReceiptWindows windows;

    Assignments(
            Campaign campaign,
            Decisions decisions,
            EventLog events,
            Tasks tasks,
            AssignedMails mails,
            AssignedParts parts,
            DossierRows rows,
            Assessment assessment,
            ReceiptWindows windows) {
        this.campaign = campaign;
        this.decisions = decisions;
        this.events = events;
        this.tasks = tasks;
        this.mails = mails;
        this.parts = parts;
        this.rows = rows;
        this.assessment = assessment;
        this.windows = windows;
    }

    /**
     * A slot.
     *
     * @param nominee id; empty for a unit's document, or for one file with the forms of all nominees
     */
    public record Place(String stage, String document, Medium medium, Optional<Long> nominee) {
        String slotKey() {
            return document
                    + '/'
                    + medium.name()
                    + '/'
                    + nominee.map(id -> Long.toString(id)).orElse("-");
        }
    }

    /** The version of a mail to decide upon; "" if there is none. */
    public String seenMail(long mailId) {
        return mails.find(mailId, "")
                .map(row -> decisions.seen("mail/" + mailId, row.version()))
                .orElse("");
    }

    /** The version of a file to decide upon; "" if there is none. */
    public String seenPart(long partId) {
        return parts.find(partId, "")
                .map(part -> decisions.seen("part/" + partId, parts.version(part)))
                .orElse("");
    }

    /** Gives a mail that was set aside to a unit; it is then filed as the unit's. */
    public Decided mail(long mailId, String unit, String seen, By by) {
        return decisions.decide(new Case(
                new Question("MAIL_ASSIGNED", "mail/" + mailId, seen, by, unit, false),
                () -> mails.find(mailId, " for update").map(MailRow::version),
                () -> events.lastOfMail(mailId),
                decision -> mail(mailId, unit)));
    }

    private Outcome mail(long mailId, String unit) {
        MailRow row = mails.find(mailId, "").orElseThrow();
        if (campaign.unit(unit).isEmpty()) {
            return Not.because("unit-unknown");
        }
        if (!row.state().equals("FILED")) {
            return new Not(new Decided.Refused("mail-not-read", Map.of("state", row.state())));
        }
        if (row.duplicateOf() != null) {
            return Not.because("mail-is-copy");
        }
        if (mails.filed(mailId) || !Set.of(unit).containsAll(mails.holders(mailId))) {
            return Not.because("mail-filed-already");
        }
        mails.give(mailId, unit);
        SETTLED.forEach(kind -> tasks.close(kind, "mail/" + mailId));
        return new Taken(new About(unit, null, mailId), Map.of());
    }

    /**
     * The file fills exactly these slots from now on, whatever it filled before.
     *
     * @param places none if it belongs nowhere; then a reason must be given
     */
    public Decided part(long partId, List<Place> places, String seen, By by) {
        return decisions.decide(new Case(
                new Question("FILE_ASSIGNED", "part/" + partId, seen, by, places.toString(), places.isEmpty()),
                () -> parts.find(partId, " for update").map(parts::version),
                () -> parts.find(partId, "").flatMap(part -> events.lastOfMail(part.mailId())),
                decision -> part(partId, places)));
    }

    private Outcome part(long partId, List<Place> places) {
        PartRow part = parts.find(partId, "").orElseThrow();
        String unit = part.unit();
        if (unit == null || !part.mailState().equals("FILED")) {
            return Not.because("mail-without-unit");
        }
        if (!places.stream().allMatch(place -> exists(place, unit))) {
            return Not.because("place-unknown");
        }
        parts.paper(List.of(part));
        List<Filled> before = parts.filled(partId);
        Map<String, DossierRow> touched = lock(unit, places, before);
        for (Filled filled : before) {
            boolean stays = places.stream()
                    .anyMatch(place -> place.stage().equals(filled.stage())
                            && place.slotKey().equals(filled.slotKey()));
            if (stays) {
                parts.confirm(filled);
            } else {
                parts.takeOut(filled);
            }
        }
        for (Place place : places) {
            boolean there = before.stream()
                    .anyMatch(filled -> place.stage().equals(filled.stage())
                            && place.slotKey().equals(filled.slotKey()));
            if (!there) {
                long dossier =
                        Objects.requireNonNull(touched.get(place.stage())).id();
                Long nominee = place.nominee().orElse(null);
                parts.fill(part, dossier, place.document(), place.medium().name(), nominee);
            }
        }
        settle(part, places);
        assess(part, touched);
        return new Taken(about(unit, places, part), Map.of("part", partId, "slots", keys(places)));
    }

    private void settle(PartRow part, List<Place> places) {
        tasks.close("unrecognised-file", "part/" + part.id());
        if (places.isEmpty()) {
            parts.outcome(part.id(), MailRows.Outcome.SKIPPED);
        } else if (!part.outcome().equals(MailRows.Outcome.RECOGNISED.name())) {
            parts.outcome(part.id(), MailRows.Outcome.SCAN);
        }
    }

    /** Looks at each dossier again; if that changes what the unit was told, its receipt follows. */
    private void assess(PartRow part, Map<String, DossierRow> touched) {
        Instant received = part.receivedAt().toInstant();
        boolean changed = false;
        for (DossierRow row : touched.values()) {
            assessment.afterMail(row, part.mailId(), received);
            DossierRow now = rows.lock(row.unit(), row.stage());
            changed |= now.state() != row.state() || now.gaps() != row.gaps();
        }
        if (changed && "yes".equals(part.mayAnswer())) {
            windows.add(Objects.requireNonNull(part.unit()), part.mailId(), false);
        }
    }

    /** Locks in the campaign's order of stages, as filing does. */
    private Map<String, DossierRow> lock(String unit, List<Place> places, List<Filled> before) {
        Set<String> stages = Stream.concat(
                        places.stream().map(Place::stage), before.stream().map(Filled::stage))
                .collect(Collectors.toSet());
        Map<String, DossierRow> locked = new LinkedHashMap<>();
        campaign.stages().stream()
                .map(Stage::id)
                .filter(stages::contains)
                .forEach(stage -> locked.put(stage, rows.lock(unit, stage)));
        return locked;
    }

    private boolean exists(Place place, String unit) {
        @Nullable
        String category = place.nominee()
                .flatMap(nominee -> parts.category(unit, nominee))
                .orElse(null);
        if (place.nominee().isPresent() && category == null) {
            return false;
        }
        return campaign.stage(place.stage()).stream()
                .flatMap(stage -> stage.required().stream())
                .filter(required -> required.document().id().equals(place.document()))
                .filter(required -> required.media().contains(place.medium()))
                .anyMatch(required -> fits(required, category));
    }

    private static boolean fits(RequiredDocument required, @Nullable String category) {
        return category == null
                || required.per() == RequiredDocument.Per.NOMINEE
                        && required.category().map(category::equals).orElse(true);
    }

    private static About about(String unit, List<Place> places, PartRow part) {
        return new About(unit, places.isEmpty() ? null : places.get(0).stage(), part.mailId());
    }

    private static Set<String> keys(List<Place> places) {
        return places.stream()
                .map(place -> place.stage() + "/" + place.slotKey())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
