<#-- 同意接收告知: what came late is admitted by a person's decision; the check of form goes on as usual. -->
<#assign label = "同意接收告知">
<#macro body s>
<@page.paragraph>
${unit.pronoun}报送的${s.stage.material}于${say.time(s.last)}收到${say.firstMail(s)}，${say.timeliness(s, "")}。经研究，同意接收上述材料。
</@page.paragraph>
<#if s.missing?has_content || s.refused?has_content || s.corrections?has_content>
<@page.paragraph>经形式核对，尚有以下事项需予补正：</@page.paragraph>
<@say.missing s/>
<@say.refused s/>
<@say.corrections s/>
<@page.heading>补正要求</@page.heading>
<@page.paragraph>
请<#if s.correctionDue??>于${say.day(s.correctionDue)}前，</#if>将补正后的完整文件（盖章扫描件和电子版）发送至${office.mailbox}，
主题注明“补正”和本通知编号；未列出的材料无需重复报送。请使用规定模板填报，不得改变格式。
</@page.paragraph>
<#else>
<@page.paragraph>我办将按程序组织审核，结果另行反馈。<#if s.pending>${say.pending(s)}</#if></@page.paragraph>
</#if>
</#macro>
