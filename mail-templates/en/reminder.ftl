<#-- Reminder: what came and what is still missing; only to units whose material is not complete. -->
<#assign label = "Reminder">
<#assign closing = "Thank you for your cooperation.">
<#function subject s>
  <#return s.stage.material + " due soon (" + unit.shortName + ")">
</#function>
<#macro body s>
<@page.paragraph>
Under ${words.notice} (${campaign.reference}), the ${s.stage.material} is due ${say.limit(s)}.
As of ${say.time(s.now)}, ${say.daysLeft(s)}. This is what we have from ${unit.pronoun}:
</@page.paragraph>
<@say.standing s/>
<@page.paragraph>
<#if words["reminder." + s.stage.id]??>${words["reminder." + s.stage.id]} </#if>Please send <@say.sending s/>
</@page.paragraph>
</#macro>
