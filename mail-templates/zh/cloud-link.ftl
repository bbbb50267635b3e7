<#-- 网盘链接告知: links came instead of attachments; nothing was received through them. -->
<#assign label = "附件未收到告知">
<#macro body s>
<@page.paragraph>
${unit.pronoun}报送${s.stage.material}的邮件已于${say.time(s.last)}收到，来件时间已予登记。
来件中仅有网盘或超大附件链接（${s.links?join("、")}），未见附件。链接不能代替附件，系统不通过链接下载文件，有关材料尚未收到。
</@page.paragraph>
<@page.paragraph>
请将有关材料作为邮件附件重新发送至${office.mailbox}，单封邮件请控制在${words["size-limit"]}以内，可分封发送；
确因文件过大无法发送的，请电话联系我办，以光盘等方式报送。规定时限为${say.day(s.stage.due)}前（含当日，以我办邮箱收到时间为准）。
</@page.paragraph>
</#macro>
