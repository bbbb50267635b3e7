package org.mailroom.reply;

import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailroom.campaign.Campaign;
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
     * One mail a recipient, with the same words.
     *
     * @throws TemplateFault if a template asks for something that is not there
     */
    public List<Outgoing> compose(Answer answer) {
        Map<String, Object> known = facts.of(answer);
        String subject = templates.subject(known);
        String text = templates.text(known);
        String html = templates.html(known);
        ZonedDateTime date = answer.at().atZone(campaign.zone());
        return answer.recipients().stream()
                .distinct()
                .map(recipient -> outgoing(
                        answer,
                        new Letter.Contents(
                                recipient, date, answer.inReplyTo(), answer.references(), subject, text, html)))
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
                mail.recipient(), before.date(), before.inReplyTo(), before.references(), subject, text, html);
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

    private Outgoing outgoing(Answer answer, Letter.Contents contents) {
        Answer.Section lead = answer.lead();
        String kind = answer.kind().key();
        String token = origin.token(answer.cause() + "|" + kind + "|" + contents.recipient());
        String messageId = "<" + token + "." + kind + "@" + origin.domain() + ">";
        return new Outgoing(
                answer.cause(),
                kind,
                contents.recipient(),
                Optional.of(answer.unit().code()),
                Optional.of(lead.standing().stage().id()),
                Optional.of(lead.number()),
                messageId,
                contents.subject(),
                letter.write(messageId, token, contents));
    }
}
