<#-- 收件回执（齐全）: every document is there and nothing is to be corrected. Not a review result. -->
<#assign label = "收件回执">
<#macro body s>
<@page.paragraph>
${unit.pronoun}报送的${campaign.name}${s.stage.material}，已于${say.time(s.last)}收到${say.firstMail(s)}，
${say.timeliness(s, "（" + say.day(s.stage.due) + "前）")}，现登记如下：
</@page.paragraph>
<@say.received s/>
<@page.heading>形式核对情况</@page.heading>
<@page.paragraph>
经系统形式核对，材料种类齐全<#if s.nominees?has_content>，${say.quotas(s)}</#if><#t>
<#if s.pending>。${say.pending(s)}<#else>，暂未发现需补正的事项。</#if>
</@page.paragraph>
<@say.remarks s/>
<@page.heading>下一步工作</@page.heading>
<@page.paragraph>
${words["next." + s.stage.id]}如需更换材料，请在邮件主题注明“更正”字样并重新报送整份文件，以最后收到的为准。
</@page.paragraph>
</#macro>
