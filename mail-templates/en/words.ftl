<#-- Phrases that several mails share. -->
<#assign media = {"SCAN": "stamped scan", "ELECTRONIC": "electronic version", "PAPER": "paper version"}>
<#assign months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
  "November", "December"]>

<#function day date>
  <#return date.day + " " + months[date.month - 1] + " " + date.year>
</#function>
<#function time moment>
  <#return day(moment) + " at " + moment.hour?string("00") + ":" + moment.minute?string("00")>
</#function>
<#function upper words>
  <#return words?cap_first>
</#function>
<#function plural n one>
  <#return n + " " + one + (n == 1)?then("", "s")>
</#function>

<#function documentAndAnnex kind>
  <#return kind.name + (kind.annex??)?then(" (" + kind.annex + ")", "")>
</#function>

<#-- " (first mail: ...)" where several mails were received. -->
<#function firstMail s>
  <#return s.several?then(" (first mail: " + time(s.first) + ")", "")>
</#function>
<#function timeliness s>
  <#local limit = " (by " + day(s.stage.due) + ", end of day)">
  <#if !s.onTime><#return "after the time allowed" + limit></#if>
  <#return s.lastOnTime?then("", "the first mail ") + "within the time allowed" + limit>
</#function>

<#function receivedLine r>
  <#local name = documentAndAnnex(r.document) + ": ">
  <#local scans = (r.scans > 0)?then(plural(r.scans, media.SCAN), "")>
  <#local electronic = (r.electronic > 0)?then(plural(r.electronic, media.ELECTRONIC), "")>
  <#local both = [scans, electronic]?filter(words -> words != "")?join(", ")>
  <#if !r.byCategory?has_content><#return name + both></#if>
  <#local counted = r.byCategory?map(c -> c.name + " " + c.count)?join(", ")>
  <#local all = name + r.total + " (" + counted + ")">
  <#if r.oneMedium><#return all></#if>
  <#return all + ", " + r.complete?then("each as stamped scan and electronic version", "of these " + both)>
</#function>

<#macro received s>
<#if s.received?has_content>
<@page.heading>Material received</@page.heading>
<#list s.received as r>
<@page.item r?counter>${receivedLine(r)}${r?is_last?then(".", ";")}</@page.item>
</#list>
<@page.paragraph>${upper(plural(s.fileCount, "file"))} in all; names and check codes are annexed.</@page.paragraph>
</#if>
<@aside s/>
</#macro>

<#-- What else there is to say of the files of these mails. -->
<#macro aside s>
<#if s.superseded?has_content>
<@page.paragraph>The following files have newer versions; the last received counts, the earlier are kept: ${s.superseded?join(", ")}.</@page.paragraph>
</#if>
<#if s.seenBefore?has_content>
<@page.paragraph>The following files had been received before with the same content and were not registered again: ${s.seenBefore?join(", ")}.</@page.paragraph>
</#if>
<#if s.unsure?has_content>
<@page.paragraph>The following files could not be recognised or checked automatically and await a check by our staff: ${s.unsure?join(", ")}.</@page.paragraph>
</#if>
<#if s.checking?has_content>
<@page.paragraph>The stamped scans are still being read. Whether these are among them will be known then; you will be told if anything is missing: ${s.checking?map(m -> missingLine(m))?join(", ")}.</@page.paragraph>
</#if>
<#if s.links?has_content>
<@page.paragraph>
The mail contains links to cloud storage (${s.links?join(", ")}); the files behind them have not been received. A link does not
replace an attachment. Please send the files as attachments, each mail up to ${words["size-limit"]}, in several mails if need be.
</@page.paragraph>
</#if>
</#macro>

<#function missingLine m>
  <#local what = documentAndAnnex(m.document)>
  <#if m.nominee??><#local what = m.nominee + ": " + what></#if>
  <#if !m.oneMedium><#local what = what + ", " + m.media?map(medium -> media[medium])?join(" and ")></#if>
  <#if m.nominee?? && m.other??><#local what = what + " (only the " + media[m.other] + " was received)"></#if>
  <#return what>
</#function>
<#macro missing s>
<#if s.missing?has_content>
<@page.heading>Missing (${plural(s.missing?size, "item")})</@page.heading>
<#list s.missing as m>
<@page.item m?counter>${missingLine(m)}${m?is_last?then(".", ";")}</@page.item>
</#list>
</#if>
</#macro>

<#-- Messages name the field themselves, in quotation marks; a finding about a file has no document. -->
<#function finding f>
  <#local words = sentence(f.text)>
  <#if !f.document??><#return upper(words)></#if>
  <#local place = f.document.name
    + (f.block??)?then(", list \x201C" + f.block + "\x201D", "")
    + (f.row > 0)?then(", entry " + f.row, "")
    + (f.nominee??)?then(" (" + f.nominee + ")", "")>
  <#return place + words?starts_with("\"")?then(", ", ": ") + words>
</#function>
<#function sentence words>
  <#return words?replace("[.;]+$", "", "r")>
</#function>
<#macro refused s>
<#if s.refused?has_content>
<@page.heading>Attachments that could not be accepted (${plural(s.refused?size, "item")})</@page.heading>
<#list s.refused as r>
<@page.item r?counter>${finding(r)} (${r.rule})${r?is_last?then(".", ";")}</@page.item>
</#list>
</#if>
</#macro>
<#macro corrections s>
<#if s.corrections?has_content>
<@page.heading>To be corrected (${plural(s.corrections?size, "item")})</@page.heading>
<#list s.corrections as c>
<@page.item c?counter>${finding(c)} (${c.rule})${c?is_last?then(".", ";")}</@page.item>
</#list>
</#if>
</#macro>

<#macro remarks s>
<#list s.remarks as remark>
<@page.paragraph>Note: ${finding(remark)}.</@page.paragraph>
</#list>
</#macro>

<#-- What only a person can check. -->
<#function pending s>
  <#if !s.scans><#return "Some of the content awaits a check by our staff."></#if>
  <#return s.byName?then("Stamped scans were registered by their file names and await a check by our staff.",
    "Stamped scans await a check by our staff.")>
</#function>
<#macro pendingApart s>
<#if s.pending>
<@page.paragraph>${pending(s)}</@page.paragraph>
</#if>
</#macro>

<#-- All of these under a heading of their own, if there is anything to say. -->
<#macro otherwise s>
<#if s.pending || s.checking?has_content || s.superseded?has_content || s.seenBefore?has_content || s.unsure?has_content || s.links?has_content
  || s.remarks?has_content>
<@page.heading>Further remarks</@page.heading>
<@aside s/>
<@pendingApart s/>
<@remarks s/>
</#if>
</#macro>

<#function quotas s>
  <#local quota = s.nominees?map(n -> n.name + " " + n.quota)?join(", ")>
  <#local count = s.nominees?map(n -> n.name + " " + n.count)?join(", ")>
  <#if s.division??>
    <#local quota = quota + ", of these " + words.division + " " + s.division.quota>
    <#local count = count + ", of these " + words.division + " " + s.division.count>
  </#if>
  <#if quota == count><#return "their number does not exceed the places allotted (" + quota + ")"></#if>
  <#return "their number (" + count + ") does not exceed the places allotted (" + quota + ")">
</#function>

<#function size octets>
  <#if octets < 1024><#return octets + " B"></#if>
  <#if octets < 1048576><#return (octets / 1024)?string("0.0") + " KB"></#if>
  <#return (octets / 1048576)?string("0.0") + " MB">
</#function>
<#function files list>
  <#return list?map(f -> [f.name, f.documents?map(d -> d.name)?join(", ") + f.oneMedium?then("", ", " + media[f.medium]), size(f.size), f.code])>
</#function>

<#-- For notices: until when, by which hour, how long that still is. -->
<#function limit s>
  <#if s.close.endOfDay><#return "by " + day(s.stage.due) + " (end of day, by the time our mailbox receives it)"></#if>
  <#return "by " + day(s.stage.due) + " at " + clock(s.close) + " (by the time our mailbox receives it)">
</#function>
<#function clock moment>
  <#return moment.hour?string("00") + ":" + moment.minute?string("00")>
</#function>
<#function daysLeft s>
  <#local left = plural(s.daysLeft, "day") + (s.daysLeft == 1)?then(" is", " are") + " left">
  <#if !s.workdays??><#return left></#if>
  <#return left + " (" + plural(s.workdays.left, "working day") + s.workdays.withToday?then(", today included", "") + ")">
</#function>

<#function had r>
  <#if !r.byCategory?has_content>
    <#if r.oneMedium><#return r.document.name></#if>
    <#local came = [(r.scans > 0)?then(media.SCAN, ""), (r.electronic > 0)?then(media.ELECTRONIC, "")]>
    <#return r.document.name + " (" + came?filter(words -> words != "")?join(", ") + ")">
  </#if>
  <#local counted = r.byCategory?map(c -> c.name + " " + c.count)?join(", ")>
  <#if !r.oneMedium>
    <#local came = [(r.scans > 0)?then(plural(r.scans, media.SCAN), ""), (r.electronic > 0)?then(plural(r.electronic, media.ELECTRONIC), "")]>
    <#local counted = counted + "; " + came?filter(words -> words != "")?join(", ")>
  </#if>
  <#return r.document.name + ": " + r.total + " (" + counted + ")">
</#function>
<#-- With a number where nothing of it came, else as receipts say it. -->
<#function lackingLine m>
  <#if !m.count??><#return missingLine(m)></#if>
  <#return (m.category??)?then(m.category + ": ", "") + documentAndAnnex(m.document) + ", " + m.count>
</#function>
<#macro standing s>
<@page.paragraph>Received: <#if s.received?has_content>${s.received?map(r -> had(r))?join("; ")}<#else>nothing</#if>.</@page.paragraph>
<#if s.lacking?has_content>
<@page.line>Still missing:</@page.line>
<#list s.lacking as m>
<@page.item m?counter>${lackingLine(m)}${m?is_last?then(".", ";")}</@page.item>
</#list>
</#if>
<#local wrong = s.refused + s.corrections>
<#if wrong?has_content>
<@page.line>To be corrected<#if s.correctionDue??> by ${day(s.correctionDue)}</#if>:</@page.line>
<#list wrong as c>
<@page.item c?counter>${finding(c)} (${c.rule})${c?is_last?then(".", ";")}</@page.item>
</#list>
</#if>
<#if s.pending && s.received?has_content><@page.line>${pending(s)}</@page.line></#if>
</#macro>
<#function asked s>
  <#return s.lacking?has_content?then("what is missing", "the corrected documents, complete,")>
</#function>
<#macro sending s>
${asked(s)} to ${office.mailbox}, each mail up to ${words["size-limit"]}, in several mails if need be, as attachments and not
as links to cloud storage<#if s.lacking?has_content>; ${words["late-clause"]}</#if>. If you have sent it in another mail, please telephone this office.
</#macro>
