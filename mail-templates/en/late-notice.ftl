<#-- Notice of late receipt: registered; whether it is admitted a person decides. -->
<#assign label = "Notice of late receipt">
<#macro body s>
<@page.paragraph>
The ${s.stage.material} was received on ${say.time(s.last)}${say.firstMail(s)}<#if s.files?has_content>, ${say.plural(s.fileCount, "file")}
in all (listed in the annex)</#if>. Under ${words.notice} (${campaign.reference}) it was due by ${say.day(s.stage.due)};
${words["late-clause"]}. It was received after the time allowed.
</@page.paragraph>
<@page.paragraph>
The mail has been registered. Whether it is admitted will be decided by ${words.decider}, and you will be told. If the delay was
beyond your control, for example in the transmission of the mail, please send an explanation and the record of sending to this
mailbox<#if s.explainBy??> by ${say.day(s.explainBy)}</#if>, and telephone this office.
</@page.paragraph>
<@say.aside s/>
</#macro>
