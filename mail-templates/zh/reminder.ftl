<#-- 6.6 报送提醒: what came and what is still missing; only to units whose material is not complete. -->
<#assign label = "报送提醒">
<#assign closing = "请予支持配合。">
<#function subject s>
  <#return s.stage.material + "报送截止时间临近（" + unit.shortName + "）">
</#function>
<#macro body s>
<@page.paragraph>
按照${campaign.reference}文件要求，${s.stage.material}应于${say.limit(s)}报送。
截至${say.day(s.now)}${say.clock(s.now)}，距截止还有${say.daysLeft(s)}。${unit.pronoun}材料收到情况如下：
</@page.paragraph>
<@say.standing s/>
<@page.paragraph>
${words["reminder." + s.stage.id]!""}请抓紧办理，将<@say.sending s/>
</@page.paragraph>
</#macro>
