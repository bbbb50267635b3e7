<#-- 6.6 on the due day itself. -->
<#assign label = "报送提醒">
<#assign closing = "请予支持配合。">
<#function subject s>
  <#return s.stage.material + "报送今日截止（" + unit.shortName + "）">
</#function>
<#macro body s>
<@page.paragraph>
按照${campaign.reference}文件要求，${s.stage.material}应于${say.limit(s)}报送，今日截止。
截至${say.day(s.now)}${say.clock(s.now)}，${unit.pronoun}材料收到情况如下：
</@page.paragraph>
<@say.standing s/>
<@page.paragraph>
<#if s.lacking?has_content>请务必于今日<#if s.close.endOfDay>24时<#else>${say.clock(s.close)}</#if>前，<#else>请抓紧办理，</#if>将<@say.sending s/>
</@page.paragraph>
</#macro>
