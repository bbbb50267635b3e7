package org.mailroom.wiring;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code mailroom.yaml}, docs/operations.md: what an installation decides. What the notice decides is the campaign's.
 *
 * @param home where relative paths start ({@link Home})
 * @param campaign the campaign's folder under {@code campaigns/}, or a path
 * @param data where mails, database and secrets are kept
 * @param mailbox the mailbox units write to; none = a mistake, unless this is the demo
 * @param smtp how answers are sent
 * @param sending live, review (each mail to a unit waits for a person) or off
 * @param contacts a file with the registered addresses of the units
 * @param deskUrl where our own people reach the desk's pages; for the links in the digest
 */
@ConfigurationProperties(prefix = "mailroom", ignoreUnknownFields = false)
public record Settings(
        Path home,
        @DefaultValue("cnipa-2021") String campaign,
        @DefaultValue("data") Path data,
        @Nullable Mailbox mailbox,
        @Nullable Smtp smtp,
        @DefaultValue("review") Sending sending,
        @Nullable Path contacts,
        @DefaultValue Receipts receipts,
        @DefaultValue Limits limits,
        @DefaultValue Reader reader,
        @DefaultValue Digest digest,
        @DefaultValue("http://localhost:8080") String deskUrl) {

    public enum Sending {
        LIVE,
        REVIEW,
        OFF
    }

    /**
     * @param protocol imaps or imap
     * @param passwordFile a file of mode 600 that holds the password alone; or give {@code password} from the environment
     * @param trustedHosts names of our own mail servers whose Received line tells the time of receipt (D-1)
     */
    public record Mailbox(
            @DefaultValue("imaps") String protocol,
            String host,
            @DefaultValue("993") int port,
            String user,
            @Nullable String password,
            @Nullable Path passwordFile,
            @DefaultValue("INBOX") String folder,
            @DefaultValue("30s") Duration poll,
            @DefaultValue List<String> trustedHosts) {
        @Override
        public String toString() {
            return "Mailbox[" + protocol + "://" + host + ":" + port + "/" + folder + "]";
        }
    }

    /**
     * @param tls implicit (465), starttls (587) or none
     */
    public record Smtp(
            String host,
            @DefaultValue("465") int port,
            @DefaultValue("implicit") String tls,
            @Nullable String user,
            @Nullable String password,
            @Nullable Path passwordFile) {
        @Override
        public String toString() {
            return "Smtp[" + host + ":" + port + ", " + tls + "]";
        }
    }

    /** How long a receipt waits for further mails of the same unit (DESIGN 6). */
    public record Receipts(
            @DefaultValue("10m") Duration quiet,
            @DefaultValue("30m") Duration longest,
            @DefaultValue("2m") Duration nearDue) {}

    /**
     * The processes that open what senders attach; {@link ReaderRooms} starts them.
     *
     * @param processes at most, 1 to 4
     * @param part longest time over one attachment
     * @param page longest time over one page of a scan
     * @param recognise whether the text of scans is recognised (OCR)
     * @param heapMegabytes of each process
     * @param residentMegabytes of each process, everything included
     */
    public record Reader(
            @DefaultValue("2") int processes,
            @DefaultValue("30s") Duration part,
            @DefaultValue("15s") Duration page,
            @DefaultValue("true") boolean recognise,
            @DefaultValue("512") int heapMegabytes,
            @DefaultValue("1024") int residentMegabytes) {}

    /**
     * The daily digest to our own people; {@link DigestHours} reads the hours.
     *
     * @param recipients none = no digest
     * @param at on working days, HH:MM in the campaign's zone
     * @param dueDayAt on due days once more
     */
    public record Digest(
            @DefaultValue List<String> recipients,
            @DefaultValue("08:30") String at,
            @DefaultValue("17:00") String dueDayAt) {}

    /**
     * @param mailMegabytes larger mails are noted, not fetched
     * @param hourly mails to one address an hour; more are withheld for a person
     * @param daily mails to one address in 24 hours
     * @param alike mails to one address with one subject within three hours
     * @param all mails in all an hour; beyond it sending stops, because a loop is likelier than so much work
     */
    public record Limits(
            @DefaultValue("100") int mailMegabytes,
            @DefaultValue("6") int hourly,
            @DefaultValue("20") int daily,
            @DefaultValue("2") int alike,
            @DefaultValue("200") int all) {}
}
