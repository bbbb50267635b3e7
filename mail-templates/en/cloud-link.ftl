<#-- Links came instead of attachments; nothing was received through them. -->
<#assign label = "Attachments not received">
<#macro body s>
<@page.paragraph>
A mail about the ${s.stage.material} was received on ${say.time(s.last)}, and its time has been registered. It contains only links
to cloud storage (${s.links?join(", ")}) and no attachments. A link does not replace an attachment, and this system does not
fetch files from links: the documents have not been received.
</@page.paragraph>
<@page.paragraph>
Please send the documents as attachments to ${office.mailbox}, each mail up to ${words["size-limit"]}, in several mails if need
be; if a file is too large for that, please telephone this office. The time allowed ends on ${say.day(s.stage.due)}, end of day,
by the time our mailbox receives them.
</@page.paragraph>
</#macro>
