<#-- 补正通知 signed by a person: what that person asks, then what the check of form still finds. -->
<#assign label = "补正通知">
<#macro body s>
<@page.paragraph>
${unit.pronoun}报送的${s.stage.material}已于${say.time(s.last)}收到${say.firstMail(s)}，${say.timeliness(s, "")}。经审核，尚有以下事项需予补正：
</@page.paragraph>
<@page.heading>审核意见<#if decision.items?has_content>（${decision.items?size}项）</#if></@page.heading>
<#list decision.items as item>
<@page.item item?counter>${say.sentence(item)}${item?is_last?then("。", "；")}</@page.item>
<#else>
<@page.paragraph>${say.sentence(decision.reason)}。</@page.paragraph>
</#list>
<@say.missing s/>
<@say.refused s/>
<@say.corrections s/>
<@page.heading>补正要求</@page.heading>
<@page.paragraph>
请<#if s.correctionDue??>于${say.day(s.correctionDue)}前，</#if>将补正后的完整文件（盖章扫描件和电子版）发送至${office.mailbox}，
主题注明“补正”和本通知编号；未列出的材料无需重复报送。请使用规定模板填报，不得改变格式。
<#if s.onTime>补正期间，${unit.pronoun}首次报送时间仍按${say.day(s.first)}登记。</#if>
</@page.paragraph>
</#macro>
