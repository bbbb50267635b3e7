<#-- HTML for WPS mail, QQ, 163 and Outlook: inline styles, simple tables, no classes, no pictures; from 360 px to A4.
     layout/text.ftl offers the same macros. Values are escaped by the engine. -->
<#assign headings = 0>
<#assign level = 1>
<#-- File names break anywhere, sizes nowhere. -->
<#assign wrapping = ["word-break:break-all;", "", "white-space:nowrap;", "font-family:Consolas,Menlo,monospace;font-size:12px;"]>
<#assign cell = "border:1px solid #999999;padding:3px 5px;vertical-align:top;">

<#function oneLine words>
  <#return words?markup_string?trim?replace("\\s*\\n\\s*", style.joint, "r")?no_esc>
</#function>

<#macro block css><#local words><#nested></#local>
<p style="margin:0 0 8px 0;${css}">${oneLine(words)}</p>
</#macro>

<#function first>
  <#return "text-indent:" + (style.indent?length) + "em;">
</#function>

<#macro document>
<!DOCTYPE html>
<html lang="${style.lang}">
<head>
<meta http-equiv="Content-Type" content="text/html; charset=utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
</head>
<body style="margin:0;padding:0;background:#ffffff;">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">
<tr><td align="center" style="padding:16px 12px;">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:720px;">
<tr><td align="left" style="font-family:${style.font};font-size:16px;line-height:1.75;color:#111111;text-align:left;">
<#nested>
</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
</#macro>

<#-- A line of a text that a person has changed; one that begins far from the left is the signature. -->
<#macro typed words>
<#if words?trim == ""><#return></#if>
<#local far = words?matches("^[\\u3000 ]{5,}.*")>
<p style="margin:0 0 8px 0;<#if far>text-align:right;<#elseif words?starts_with(style.indent) && style.indent != "">${first()}</#if>">${words?replace("^[\\u3000\\s]+", "", "r")}</p>
</#macro>

<#macro salutation><@block ""><#nested></@block></#macro>

<#-- Opens the part of one stage in a mail about several: its headings are one level down. -->
<#macro part number>
<#assign headings = 0><#assign level = 2>
<@block first() + "margin-top:20px;font-weight:bold;">${style.heading(number, 1)}<#nested></@block>
</#macro>

<#macro heading>
<#assign headings = headings + 1>
<@block first() + "margin-top:14px;font-weight:bold;">${style.heading(headings, level)}<#nested></@block>
</#macro>

<#macro paragraph><@block first()><#nested></@block></#macro>

<#-- A paragraph that follows the one before closely. -->
<#macro line><@block first() + "margin-bottom:4px;"><#nested></@block></#macro>

<#macro item number><@block first() + "margin-bottom:4px;">${style.item(number)}<#nested></@block></#macro>

<#macro closing><@block first() + "margin-top:14px;"><#nested></@block></#macro>

<#macro signature lines date>
<div style="margin:24px 0 20px 0;<#if style.signatureRight>text-align:right;</#if>">
<#list lines as line><div style="<#if style.signatureRight && !line?is_first>padding-right:2em;</#if>">${line}</div></#list>
<div style="<#if style.signatureRight>padding-right:5em;</#if>">${date}</div>
</div>
</#macro>

<#macro note><@block "font-size:13px;line-height:1.6;color:#444444;margin-bottom:2px;"><#nested></@block></#macro>

<#-- head = number, name, about, size, code; rows = the same without the number, which the layout gives. -->
<#macro files title head rows>
<p style="margin:20px 0 6px 0;font-size:14px;">${title}</p>
<table width="100%" cellpadding="0" cellspacing="0" border="0" style="border-collapse:collapse;font-size:13px;line-height:1.5;">
<tr style="background:#f2f2f2;"><#list head as words><th align="left" style="${cell}font-weight:normal;">${words}</th></#list></tr>
<#list rows as row>
<tr style="page-break-inside:avoid;"><td style="${cell}">${row?counter}.</td><#list row as words><td style="${cell}${wrapping[words?index]}">${words}</td></#list></tr>
</#list>
</table>
</#macro>

<#macro title><@block "margin-bottom:12px;font-weight:bold;font-size:18px;line-height:1.5;"><#nested></@block></#macro>

<#macro alarm><@block "padding:6px 8px;border:1px solid #b3261e;color:#b3261e;font-weight:bold;"><#nested></@block></#macro>

<#-- Breaks anywhere, so that a phone need not scroll. -->
<#macro code words><span style="word-break:break-all;font-family:Consolas,Menlo,monospace;font-size:12px;">${words}</span></#macro>

<#macro link words url><a href="${url}" style="color:#0b57a4;">${words}</a></#macro>

<#-- A table that fits a phone: head and rows of texts, tints = a background colour or "" for each cell. -->
<#macro grid head rows tints=[]>
<table width="100%" cellpadding="0" cellspacing="0" border="0" style="border-collapse:collapse;margin:4px 0 12px 0;font-size:13px;line-height:1.4;">
<tr style="background:#f2f2f2;"><#list head as words><th align="left" style="${cell}font-weight:normal;">${words}</th></#list></tr>
<#list rows as row>
<tr style="page-break-inside:avoid;"><#list row as words><#local tint = ((tints[row?index])![])[words?index]!""><td style="${cell}<#if tint != "">background:${tint};</#if>">${words}</td></#list></tr>
</#list>
</table>
</#macro>
