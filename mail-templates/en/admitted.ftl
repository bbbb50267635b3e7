<#-- Notice of admission: what came late is admitted by a person's decision; the formal check goes on as usual. -->
<#assign label = "Notice of admission">
<#macro body s>
<@page.paragraph>
The ${s.stage.material} was received on ${say.time(s.last)}${say.firstMail(s)}, ${say.timeliness(s)}. After consideration it has
been admitted.
</@page.paragraph>
<#if s.missing?has_content || s.refused?has_content || s.corrections?has_content>
<@page.paragraph>After a formal check, the following is still to be put right.</@page.paragraph>
<@say.missing s/>
<@say.refused s/>
<@say.corrections s/>
<@page.heading>How to correct</@page.heading>
<@page.paragraph>
Please send the corrected documents, complete, to ${office.mailbox}<#if s.correctionDue??> by ${say.day(s.correctionDue)}</#if>,
with the word "correction" and the number of this notice in the
subject; what is not listed need not be sent again. Please use the prescribed forms and leave their layout unchanged.
</@page.paragraph>
<#else>
<@page.paragraph>It will now be reviewed, and you will be told the result. <#if s.pending>${say.pending(s)}</#if></@page.paragraph>
</#if>
</#macro>
