<#-- 收件回执（未齐全）: only gaps before the due time; asks for the rest and sets no date of its own. -->
<#assign label = "收件回执">
<#macro body s>
<@page.paragraph>
${unit.pronoun}报送的${s.stage.material}已于${say.time(s.last)}收到${say.firstMail(s)}，${say.timeliness(s, "")}，现登记如下：
</@page.paragraph>
<@say.received s/>
<@say.pendingApart s/>
<@say.remarks s/>
<@say.missing s/>
<#if s.missing?has_content>
<@page.heading>补报要求</@page.heading>
<@page.paragraph>
请<#if s.closed>抓紧<#else>在规定时限（${say.day(s.stage.due)}前，含当日，以我办邮箱收到时间为准）之内，</#if>将上述材料发送至${office.mailbox}，
主题注明“补充”和本回执编号；已收到的材料无需重复报送。请使用规定模板填报，不得改变格式。
</@page.paragraph>
</#if>
</#macro>
