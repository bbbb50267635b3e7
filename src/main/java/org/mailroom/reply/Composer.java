package org.mailroom.reply;

import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailroom.campaign.Campaign;
import org.mailroom.dossier.Standing;
import org.mailroom.form.FormDescriptor;

/**
 * Composes answers from what is committed; sends nothing. The words lie in {@code mail-templates/} and in the campaign's
 * messages; here only the facts are laid out. Pure: the same answer gives the same octets.
 */
public final class Composer {
    private final Campaign campaign;
    private final Origin origin;
    private final Facts facts;
    private final Templates templates;
    private final Letter letter;

    /**
     * @param forms the descriptors of all forms, for the titles of their blocks
     * @param templates the folder {@code mail-templates}
     * @throws TemplateFault if a template is missing or broken
     * @throws org.mailroom.campaign.CampaignException if the campaign lacks words the templates need
     */
    public Composer(Campaign campaign, List<FormDescriptor> forms, Path templates, Origin origin) {
        this.campaign = campaign;
        this.origin = origin;
        this.facts = new Facts(campaign, forms, origin.mailbox());
        this.templates = new Templates(templates, campaign.locale());
        this.letter = new Letter(origin, campaign.office().displayName());
    }

    /**
     * What a mail says, before it is one.
     *
     * @param text lines end with LF
     */
    public record Words(String subject, String text, String html) {}

    /** @throws TemplateFault if a template asks for something that is not there */
    public Words words(Answer answer) {
        return words(facts.of(answer));
    }

    /** @throws TemplateFault if a template asks for something that is not there */
    public Words words(Notice notice) {
        return words(facts.of(notice));
    }

    private Words words(Map<String, Object> known) {
        return new Words(templates.subject(known), templates.text(known), templates.html(known));
    }

    /**
     * One mail a recipient, with the same words.
     *
     * @throws TemplateFault if a template asks for something that is not there
     */
    public List<Outgoing> compose(Answer answer) {
        Words words = words(answer);
        ZonedDateTime date = answer.at().atZone(campaign.zone());
        Answer.Section lead = answer.lead();
        return answer.recipients().stream()
                .distinct()
                .map(recipient -> outgoing(
                        answer.cause(),
                        answer.kind(),
                        lead.standing(),
                        Optional.of(lead.number()),
                        new Letter.Contents(
                                true,
                                recipient,
                                date,
                                answer.inReplyTo(),
                                answer.references(),
                                words.subject(),
                                words.text(),
                                words.html())))
                .toList();
    }

    /**
     * One mail a recipient, with the same words.
     *
     * @throws TemplateFault if a template asks for something that is not there
     * @throws IllegalArgumentException if a recipient is no mail address
     */
    public List<Outgoing> compose(Notice notice) {
        Words words = words(notice);
        ZonedDateTime date = notice.at().atZone(campaign.zone());
        return notice.recipients().stream()
                .distinct()
                .map(recipient -> outgoing(
                        notice.cause(),
                        notice.kind(),
                        notice.standing(),
                        Optional.empty(),
                        new Letter.Contents(
                                false,
                                recipient,
                                date,
                                Optional.empty(),
                                List.of(),
                                words.subject(),
                                words.text(),
                                words.html())))
                .toList();
    }

    /**
     * The same mail with other words: recipient, thread, date and Message-ID stay.
     *
     * @param text lines end with LF
     */
    Outgoing edited(Outgoing mail, String subject, String text) {
        Letter.Contents before = Letter.read(mail.message());
        String token = mail.messageId().substring(1, mail.messageId().indexOf('.'));
        String html = templates.edited(text.lines().toList());
        Letter.Contents contents = new Letter.Contents(
                before.answers(),
                mail.recipient(),
                before.date(),
                before.inReplyTo(),
                before.references(),
                subject,
                text,
                html);
        return new Outgoing(
                mail.cause(),
                mail.kind(),
                mail.recipient(),
                mail.unit(),
                mail.stage(),
                mail.receiptNumber(),
                mail.messageId(),
                subject,
                letter.write(mail.messageId(), token, contents));
    }

    private Outgoing outgoing(
            String cause, Kind of, Standing standing, Optional<String> number, Letter.Contents contents) {
        String kind = of.key();
        String token = origin.token(cause + "|" + kind + "|" + contents.recipient());
        String messageId = "<" + token + "." + kind + "@" + origin.domain() + ">";
        return new Outgoing(
                cause,
                kind,
                contents.recipient(),
                Optional.of(standing.unit().code()),
                Optional.of(standing.stage().id()),
                number,
                messageId,
                contents.subject(),
                letter.write(messageId, token, contents));
    }
}
