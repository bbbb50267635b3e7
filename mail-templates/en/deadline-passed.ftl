<#-- Nothing was received by the due time. Forfeits nothing and threatens nothing; a person releases it. -->
<#assign label = "Nothing received">
<#function subject s>
  <#return s.stage.material + " (" + unit.shortName + ")">
</#function>
<#macro body s>
<@page.paragraph>
Under ${words.notice} (${campaign.reference}), the ${s.stage.material} was due ${say.limit(s)}. As of ${say.time(s.now)}, our
mailbox ${office.mailbox} has no ${s.stage.material} of ${unit.pronoun} that was received within that time.
</@page.paragraph>
<@page.paragraph>
If you have sent it, please tell us when and to which address, with the record of sending, so that we can look for it. If not,
please let us know how matters stand, and telephone this office.
</@page.paragraph>
<@page.paragraph>
This message only says what was received; it is no decision. ${say.upper(words.decider)} will consider what follows, and you
will be told.
</@page.paragraph>
</#macro>
