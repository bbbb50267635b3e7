<#-- Receipt while only gaps exist before the due time; asks for the rest and sets no date of its own. -->
<#assign label = "Receipt">
<#macro body s>
<@page.paragraph>
The ${s.stage.material} was received on ${say.time(s.last)}${say.firstMail(s)}, ${say.timeliness(s)}, and has been
registered as follows.
</@page.paragraph>
<@say.received s/>
<@say.pendingApart s/>
<@say.remarks s/>
<@say.missing s/>
<#if s.missing?has_content>
<@page.heading>What is asked of you</@page.heading>
<@page.paragraph>
Please send the missing documents to ${office.mailbox}
<#if s.closed>without delay<#else>within the time allowed (by ${say.day(s.stage.due)}, end of day, by the time our mailbox
receives them)</#if>, with the word "supplement" and the number of this receipt in the subject; what was received need not be
sent again. Please use the prescribed forms and leave their layout unchanged.
</@page.paragraph>
</#if>
</#macro>
