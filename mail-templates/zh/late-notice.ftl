<#-- 逾期收件告知: registered; whether it is admitted a person decides. -->
<#assign label = "逾期收件告知">
<#macro body s>
<@page.paragraph>
${unit.pronoun}报送的${s.stage.material}已于${say.time(s.last)}收到${say.firstMail(s)}<#if s.files?has_content>，共收到文件${s.fileCount}个（清单附后）</#if>。
按照${words.notice}（${campaign.reference}）要求，${s.stage.material}应于${say.day(s.stage.due)}前报送，${words["late-clause"]}。
${unit.pronoun}材料收到时间已超过规定时限。
</@page.paragraph>
<@page.paragraph>
我办已对来件予以登记。是否接收，待${words.decider}研究后另行告知。如系邮件传输延迟等客观原因所致，
请<#if s.explainBy??>于${say.day(s.explainBy)}前</#if>将情况说明（加盖公章扫描件）及发送记录发至本邮箱，并电话联系我办。
</@page.paragraph>
<@say.aside s/>
</#macro>
