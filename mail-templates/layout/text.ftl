<#-- Plain text. Each block is one line, unwrapped, as Chinese letters are; a line separator marks where lines end, so that
     the line breaks of the templates themselves mean nothing. layout/html.ftl offers the same macros. -->
<#assign br = "\x2028">
<#assign headings = 0>
<#assign level = 1>
<#assign underHeading = false>

<#function oneLine words>
  <#return words?trim?replace("\\s*\\n\\s*", style.joint, "r")>
</#function>

<#macro document>
<#local all><#nested></#local>
${all?replace("\\s*\\n\\s*", "", "r")?replace(br, "\n")?replace("^\\n+", "", "r")}
</#macro>

<#macro salutation><#local words><#nested></#local>${br}${oneLine(words)}${br}</#macro>

<#-- Opens the part of one stage in a mail about several: its headings are one level down. -->
<#macro part number><#local words><#nested></#local>
<#assign headings = 0><#assign level = 2><#assign underHeading = false>
${br}${style.indent}${style.heading(number, 1)}${oneLine(words)}${br}
</#macro>

<#macro heading><#local words><#nested></#local>
<#assign headings = headings + 1><#assign underHeading = true>
${br}${style.indent}${style.heading(headings, level)}${oneLine(words)}${br}
</#macro>

<#macro paragraph><#local words><#nested></#local>
<#if style.airy || !underHeading>${br}</#if>${style.indent}${oneLine(words)}${br}
</#macro>

<#-- A paragraph that follows the one before closely. -->
<#macro line><#local words><#nested></#local>${style.indent}${oneLine(words)}${br}</#macro>

<#macro item number><#local words><#nested></#local>${style.indent}${style.item(number)}${oneLine(words)}${br}</#macro>

<#macro closing><#assign underHeading = false><#local words><#nested></#local>${br}${style.indent}${oneLine(words)}${br}</#macro>

<#-- Office, second line, date: set from the right edge of a line of 37 full-width characters. -->
<#macro signature lines date>
${br}<#list lines as line>${edge(line, line?is_first?then(74, 70))}${line}${br}</#list>${edge(date, 64)}${date}${br}
</#macro>

<#function edge words halves>
  <#if !style.signatureRight><#return ""></#if>
  <#local wide = words?replace("[\\x20-\\x7e]", "", "r")?length>
  <#local left = ((halves - wide - words?length) / 2)?floor>
  <#return (left > 0)?then(""?right_pad(left, "　"), "")>
</#function>

<#macro note><#local words><#nested></#local>${oneLine(words)}${br}</#macro>

<#-- head = number, name, about, size, code; rows = the same without the number, which the layout gives. -->
<#macro files title head rows>
${br}${title}${br}${head?join(style.column)}${br}<#list rows as row>${row?counter}.${style.afterNumber}${row?join(style.column)}${br}</#list>
</#macro>

<#macro title><#local words><#nested></#local>${br}${oneLine(words)}${br}</#macro>

<#macro alarm><#local words><#nested></#local>${br}${style.indent}!! ${oneLine(words)}${br}</#macro>

<#macro code words>${words}</#macro>

<#macro link words url>${words} ${url}</#macro>

<#-- Columns that stand under each other where a full-width character is as wide as two others. -->
<#macro grid head rows tints=[]>
<#local widths = []>
<#list head as words>
<#local widest = width(words)>
<#list rows as row><#local widest = [widest, width(row[words?index])]?max></#list>
<#local widths = widths + [widest]>
</#list>
${br}${gridLine(head, widths)}${br}<#list rows as row>${gridLine(row, widths)}${br}</#list>
</#macro>

<#function gridLine words widths>
  <#local all = "">
  <#list words as word>
    <#local all = all + word + word?is_last?then("", ""?right_pad(widths[word?index] - width(word) + 2))>
  </#list>
  <#return all?replace("\\s+$", "", "r")>
</#function>

<#-- In halves of a full-width character. -->
<#function width words>
  <#return words?length + words?replace(r"[^\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]", "", "r")?length>
</#function>
