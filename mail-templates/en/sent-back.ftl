<#-- Correction notice signed by a person: what that person asks, then what the formal check still finds. -->
<#assign label = "Correction notice">
<#macro body s>
<@page.paragraph>
The ${s.stage.material} was received on ${say.time(s.last)}${say.firstMail(s)}, ${say.timeliness(s)}. It has been reviewed, and
the following is still to be put right.
</@page.paragraph>
<@page.heading>Result of the review</@page.heading>
<#list decision.items as item>
<@page.item item?counter>${say.sentence(item)}${item?is_last?then(".", ";")}</@page.item>
<#else>
<@page.paragraph>${say.sentence(decision.reason)}.</@page.paragraph>
</#list>
<@say.missing s/>
<@say.refused s/>
<@say.corrections s/>
<@page.heading>How to correct</@page.heading>
<@page.paragraph>
Please send the corrected documents, complete, to ${office.mailbox}<#if s.correctionDue??> by ${say.day(s.correctionDue)}</#if>,
with the word "correction" and the number of this notice in the
subject; what is not listed need not be sent again. Please use the prescribed forms and leave their layout unchanged.
<#if s.onTime>Your first mail remains registered as of ${say.day(s.first)}.</#if>
</@page.paragraph>
</#macro>
