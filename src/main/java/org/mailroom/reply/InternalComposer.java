package org.mailroom.reply;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailroom.campaign.Campaign;

/**
 * Composes mails to our own people, such as the daily digest; sends nothing. Pure: the same mail gives the same octets.
 * Such a mail is no answer: RFC 3834 section 5, auto-generated.
 */
public final class InternalComposer {
    private final Campaign campaign;
    private final Origin origin;
    private final Facts facts;
    private final Templates templates;
    private final Letter letter;

    /**
     * @param templates the folder {@code mail-templates}
     * @throws TemplateFault if a template is missing or broken
     */
    public InternalComposer(Campaign campaign, Path templates, Origin origin) {
        this.campaign = campaign;
        this.origin = origin;
        this.facts = new Facts(campaign, List.of(), origin.mailbox());
        this.templates = new Templates(templates, campaign.locale());
        this.letter = new Letter(origin, campaign.office().displayName());
    }

    /**
     * One mail a recipient, with the same words.
     *
     * @throws TemplateFault if the template asks for something that is not there
     */
    public List<Outgoing> compose(InternalMail mail) {
        Map<String, Object> known = new HashMap<>(mail.facts());
        known.putAll(facts.general());
        known.put("kind", mail.kind());
        String subject = templates.internalSubject(known);
        String text = templates.internalText(known);
        String html = templates.internalHtml(known);
        return mail.recipients().stream()
                .distinct()
                .map(recipient -> {
                    String token = origin.token(mail.cause() + "|" + mail.kind() + "|" + recipient);
                    String messageId = "<" + token + "." + mail.kind() + "@" + origin.domain() + ">";
                    Letter.Contents contents = new Letter.Contents(
                            false,
                            recipient,
                            mail.at().atZone(campaign.zone()),
                            Optional.empty(),
                            List.of(),
                            subject,
                            text,
                            html);
                    return new Outgoing(
                            mail.cause(),
                            mail.kind(),
                            recipient,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            messageId,
                            subject,
                            letter.write(messageId, token, contents, mail.attachments()));
                })
                .toList();
    }
}
