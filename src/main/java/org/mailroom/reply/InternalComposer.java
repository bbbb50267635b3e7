package org.mailroom.reply;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailroom.campaign.Campaign;
import org.mailroom.reply.Composer.Words;

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

    /** @throws TemplateFault if the template asks for something that is not there */
    public Words words(InternalMail mail) {
        Map<String, Object> known = new HashMap<>(mail.facts());
        known.putAll(facts.general());
        known.put("kind", mail.kind());
        return new Words(
                templates.internalSubject(known), templates.internalText(known), templates.internalHtml(known));
    }

    /**
     * One mail a recipient, with the same words.
     *
     * @throws TemplateFault if the template asks for something that is not there
     */
    public List<Outgoing> compose(InternalMail mail) {
        Words words = words(mail);
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
                            words.subject(),
                            words.text(),
                            words.html());
                    return new Outgoing(
                            mail.cause(),
                            mail.kind(),
                            recipient,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            messageId,
                            words.subject(),
                            letter.write(messageId, token, contents, mail.attachments()));
                })
                .toList();
    }
}
