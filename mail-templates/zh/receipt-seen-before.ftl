<#-- The same material once more: nothing new was registered. -->
<#assign label = "收件回执">
<#macro body s>
<@page.paragraph>
${unit.pronoun}于${say.time(s.last)}发送的${s.stage.material}此前已收到，内容相同，不再重复登记，此前的登记情况和回执继续有效。
</@page.paragraph>
<@say.aside s/>
<@page.paragraph>如需更换材料，请在邮件主题注明“更正”字样并重新报送整份文件，以最后收到的为准。</@page.paragraph>
</#macro>
