<#-- Receipt: every document is there and nothing is to be corrected. Not a review result. -->
<#assign label = "Receipt">
<#macro body s>
<@page.paragraph>
The ${s.stage.material} for ${campaign.name} was received on ${say.time(s.last)}${say.firstMail(s)},
${say.timeliness(s)}, and has been registered as follows.
</@page.paragraph>
<@say.received s/>
<@page.heading>Formal check</@page.heading>
<@page.paragraph>
The automatic check found all documents present<#if s.nominees?has_content>; ${say.quotas(s)}</#if>.
<#if s.pending>${say.pending(s)}<#else>Nothing to be corrected has been found so far.</#if>
</@page.paragraph>
<@say.remarks s/>
<@page.heading>What happens next</@page.heading>
<@page.paragraph>
${words["next." + s.stage.id]}
To replace a document, please send the whole file again with the word "correction" in the subject; the last received counts.
</@page.paragraph>
</#macro>
