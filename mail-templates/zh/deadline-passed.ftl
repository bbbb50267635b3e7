<#-- 6.9 截止情况告知: nothing was received. Forfeits nothing and threatens nothing; a person releases it. -->
<#assign label = "截止情况告知">
<#function subject s>
  <#return s.stage.material + "收到情况（" + unit.shortName + "）">
</#function>
<#macro body s>
<@page.paragraph>
按照${words.notice}（${campaign.reference}）要求，${s.stage.material}应于${say.limit(s)}报送。
截至${say.day(s.now)}${say.clock(s.now)}，我办邮箱${office.mailbox}未见${unit.pronoun}在上述时限内报送的${s.stage.material}。
</@page.paragraph>
<@page.paragraph>
如已发送，请将发送时间和收件邮箱地址告知我办，并附发送记录，以便核查；如尚未发送，请将有关情况告知我办，并电话联系我办。
</@page.paragraph>
<@page.paragraph>
本件仅告知材料收到情况，不作为处理意见。后续事宜待${words.decider}研究后另行告知。
</@page.paragraph>
</#macro>
