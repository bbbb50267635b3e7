<#-- Receipt and correction notice: something is to be corrected, each item with its place. -->
<#assign label = "Correction notice">
<#macro body s>
<@page.paragraph>
The ${s.stage.material} was received on ${say.time(s.last)}, ${say.timeliness(s)}. After a formal check, the following is
still to be put right.
</@page.paragraph>
<@say.missing s/>
<@say.refused s/>
<@say.corrections s/>
<@say.otherwise s/>
<@page.heading>How to correct</@page.heading>
<@page.paragraph>
Please send the corrected documents, complete, to ${office.mailbox}<#if s.correctionDue??> by ${say.day(s.correctionDue)}</#if>,
with the word "correction" and the number of this notice in the
subject; what is not listed need not be sent again. Please use the prescribed forms and leave their layout unchanged.
<#if s.onTime>Your first mail remains registered as of ${say.day(s.first)}.</#if>
</@page.paragraph>
</#macro>
