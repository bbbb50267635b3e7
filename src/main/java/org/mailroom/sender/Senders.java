package org.mailroom.sender;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mailroom.campaign.Campaign;
import org.mailroom.campaign.Lexicon;
import org.mailroom.campaign.Unit;
import org.mailroom.message.Address;
import org.mailroom.message.OpenedMail;
import org.mailroom.message.Part;
import org.mailroom.sender.Aliases.Mention;

/** Says which unit speaks in a mail, by scored evidence (specification 4.3). */
public final class Senders {
    private static final int LONGEST_ORGANISATION_LINE = 40;
    private static final int SIGNATURE_LINES = 12;

    private final Contacts contacts;
    private final List<Unit> units;
    private final Aliases aliases;
    private final DocumentNumbers documentNumbers;
    private final Verdict verdict;
    private final List<Pattern> organisationLines;

    /** @throws org.mailroom.campaign.CampaignException if the lexicon lacks words that are needed here */
    public Senders(Contacts contacts, List<Unit> units, List<Campaign.Collision> collisions, Lexicon lexicon) {
        this.contacts = contacts;
        this.units = List.copyOf(units);
        aliases = new Aliases(units, collisions, lexicon);
        documentNumbers = new DocumentNumbers(units, lexicon);
        verdict = new Verdict(units);
        organisationLines = lexicon.patterns("sender.organisation-lines");
    }

    /** The evidence that the mail itself and the registry give; forms are not read yet. */
    public IdentifiedMail identify(OpenedMail mail) {
        List<Evidence> evidence = new ArrayList<>();
        mail.from().ifPresent(from -> evidence.addAll(ofAddress(from)));
        List<String> fileNames = mail.parts().stream().map(Part::fileName).toList();
        Stream.concat(Stream.of(mail.topic()), fileNames.stream())
                .flatMap(head -> documentNumbers.atHeadOf(head).stream())
                .forEach(evidence::add);
        evidence.addAll(ofNames(70, Evidence.SUBJECT, mail.topic()));
        fileNames.forEach(name -> evidence.addAll(ofNames(60, Evidence.FILE_NAME, name)));
        List<String> signature = signature(mail);
        signature.forEach(line -> evidence.addAll(ofNames(50, Evidence.SIGNATURE, line)));
        evidence.addAll(ofCities(mail, signature));
        mail.from().ifPresent(from -> evidence.addAll(ofDomain(from)));
        return new IdentifiedMail(mail, evidence.stream().distinct().toList());
    }

    /** What the unit field of a form says; empty if it names no unit, or several. */
    public Optional<Evidence> ofForm(String recommendingUnit) {
        List<Mention> named = aliases.units(recommendingUnit);
        if (named.size() == 1) {
            return Optional.of(new Evidence(
                    named.get(0).unit(), 90, Evidence.FORM, named.get(0).text()));
        }
        return named.isEmpty()
                ? aliases.cities(recommendingUnit).stream().findFirst().map(Senders::city)
                : Optional.empty();
    }

    /** Who speaks, by all the evidence that was gathered. */
    public Spoken decide(List<Evidence> evidence) {
        return verdict.decide(evidence);
    }

    /** A contact that a form only proposes is no evidence yet, one that a person refused none at all. */
    private List<Evidence> ofAddress(Address from) {
        return contacts.at(from.address()).stream()
                .filter(contact ->
                        contact.state() == Contact.State.REGISTERED || contact.state() == Contact.State.INVALID)
                .map(contact -> new Evidence(contact.unit(), 100, Evidence.ADDRESS, from.masked()))
                .toList();
    }

    private List<Evidence> ofNames(int score, String source, String text) {
        return aliases.units(text).stream()
                .map(mention -> new Evidence(mention.unit(), score, source, mention.text()))
                .toList();
    }

    /** A city counts where it signs, and in a subject that names no unit; in file names it may be a nominee. */
    private List<Evidence> ofCities(OpenedMail mail, List<String> signature) {
        boolean unitInSubject = !aliases.units(mail.topic()).isEmpty();
        return Stream.concat(signature.stream(), unitInSubject ? Stream.empty() : Stream.of(mail.topic()))
                .filter(line -> aliases.units(line).isEmpty())
                .flatMap(line -> aliases.cities(line).stream())
                .map(Senders::city)
                .toList();
    }

    private List<Evidence> ofDomain(Address from) {
        return units.stream()
                .flatMap(unit -> unit.domains().stream()
                        .filter(hint -> ("." + from.domain()).endsWith("." + hint))
                        .map(hint -> new Evidence(unit.code(), 20, Evidence.DOMAIN, hint)))
                .toList();
    }

    private static Evidence city(Mention mention) {
        return new Evidence(mention.unit(), 0, Evidence.CITY, mention.text());
    }

    /** The display name, and the last lines of the text that look like the name of an organisation. */
    private List<String> signature(OpenedMail mail) {
        List<String> lines = mail.text()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        Stream<String> organisations = lines.subList(Math.max(0, lines.size() - SIGNATURE_LINES), lines.size()).stream()
                .filter(line -> line.length() <= LONGEST_ORGANISATION_LINE)
                .filter(line -> organisationLines.stream()
                        .anyMatch(pattern -> pattern.matcher(line).find()));
        return Stream.concat(mail.from().stream().map(Address::name), organisations)
                .filter(line -> !line.isBlank())
                .toList();
    }
}
