<#-- Reminder on the due day itself. -->
<#assign label = "Reminder">
<#assign closing = "Thank you for your cooperation.">
<#function subject s>
  <#return s.stage.material + " due today (" + unit.shortName + ")">
</#function>
<#macro body s>
<@page.paragraph>
Under ${words.notice} (${campaign.reference}), the ${s.stage.material} is due ${say.limit(s)}: that is today.
As of ${say.time(s.now)}, this is what we have from ${unit.pronoun}:
</@page.paragraph>
<@say.standing s/>
<@page.paragraph>
<#if s.lacking?has_content>Before <#if s.close.endOfDay>the end of the day<#else>${say.clock(s.close)}</#if>, please<#else>Please</#if> send <@say.sending s/>
</@page.paragraph>
</#macro>
