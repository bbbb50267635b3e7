<#-- Phrases that several mails share. -->
<#assign media = {"SCAN": "盖章扫描件", "ELECTRONIC": "电子版", "PAPER": "纸质版"}>

<#function day date>
  <#return date.year + "年" + date.month + "月" + date.day + "日">
</#function>
<#function time moment>
  <#return day(moment) + moment.hour + "时" + moment.minute?string("00") + "分">
</#function>

<#function document kind>
  <#return kind.titled?then("《" + kind.name + "》", kind.name)>
</#function>
<#function documentAndAnnex kind>
  <#return document(kind) + (kind.annex??)?then("（" + kind.annex + "）", "")>
</#function>

<#-- “（首次来件时间：…）” where several mails were received. -->
<#function firstMail s>
  <#return s.several?then("（首次来件时间：" + time(s.first) + "）", "")>
</#function>
<#function timeliness s limit>
  <#if !s.onTime><#return "超过规定时限（" + day(s.stage.due) + "前）"></#if>
  <#return s.lastOnTime?then("在规定时限", "首次来件在规定时限") + limit + "之内">
</#function>

<#-- “初审评选推荐工作报告：盖章扫描件1份、电子版1份” -->
<#function receivedLine r>
  <#local name = documentAndAnnex(r.document) + "：">
  <#local m = r.document.measure>
  <#local scans = (r.scans > 0)?then(media.SCAN + r.scans + m, "")>
  <#local electronic = (r.electronic > 0)?then(media.ELECTRONIC + r.electronic + m, "")>
  <#local both = [scans, electronic]?filter(words -> words != "")?join("、")>
  <#if !r.byCategory?has_content><#return name + both></#if>
  <#local counted = r.byCategory?map(c -> c.name + c.count + m)?join("、")>
  <#local all = name + r.total + m + "（" + counted + "）">
  <#if r.oneMedium><#return all></#if>
  <#return all + "，" + r.complete?then("盖章扫描件、电子版齐全", "其中" + both)>
</#function>

<#macro received s>
<#if s.received?has_content>
<@page.heading>收到材料</@page.heading>
<#list s.received as r>
<@page.item r?counter>${receivedLine(r)}${r?is_last?then("。", "；")}</@page.item>
</#list>
<@page.paragraph>以上共${s.fileCount}个文件，清单及校验码附后。</@page.paragraph>
</#if>
<@aside s/>
</#macro>

<#-- What else there is to say of the files of these mails. -->
<#macro aside s>
<#if s.superseded?has_content>
<@page.paragraph>下列文件已有新的版本，以最后收到的为准，原文件存档备查：${s.superseded?join("、")}。</@page.paragraph>
</#if>
<#if s.seenBefore?has_content>
<@page.paragraph>下列文件此前已收到且内容相同，不再重复登记：${s.seenBefore?join("、")}。</@page.paragraph>
</#if>
<#if s.unsure?has_content>
<@page.paragraph>下列文件系统未能识别或无法自动核查，尚待人工核对：${s.unsure?join("、")}。</@page.paragraph>
</#if>
<#if s.checking?has_content>
<@page.paragraph>盖章扫描件正在核对中，下列扫描件是否收到待核对后确认，情况如有变化另行告知：${s.checking?map(m -> missingLine(m))?join("、")}。</@page.paragraph>
</#if>
<#if s.links?has_content>
<@page.paragraph>
来件中含有网盘或超大附件链接（${s.links?join("、")}），尚未收到相应文件。链接不能代替附件，请将有关文件作为邮件附件重新发送，
单封邮件请控制在${words["size-limit"]}以内，可分封发送。
</@page.paragraph>
</#if>
</#macro>

<#-- “马某某《推荐对象初审表》（附件1）电子版（仅收到扫描件）” -->
<#function missingLine m>
  <#local what = (m.nominee!"") + documentAndAnnex(m.document)>
  <#if !m.oneMedium><#local what = what + m.media?map(medium -> media[medium])?join("和")></#if>
  <#if m.nominee?? && m.other??>
    <#local what = what + "（仅收到" + (m.other == "SCAN")?then("扫描件", media[m.other]) + "）">
  </#if>
  <#return what>
</#function>
<#macro missing s>
<#if s.missing?has_content>
<@page.heading>缺少的材料（${s.missing?size}项）</@page.heading>
<#list s.missing as m>
<@page.item m?counter>${missingLine(m)}${m?is_last?then("。", "；")}</@page.item>
</#list>
</#if>
</#macro>

<#-- “《推荐对象初审表》（哈某某）“身份证号码”栏：校验未通过”. Messages name the field themselves; a finding about a file has
     no document. -->
<#function finding f>
  <#local words = sentence(f.text)>
  <#if !f.document??><#return words></#if>
  <#local place = document(f.document)
    + (f.block??)?then("“" + f.block + "”", "")
    + (f.row > 0)?then("第" + f.row + "行", "")
    + (f.nominee??)?then("（" + f.nominee + "）", "")>
  <#return place + words?starts_with("“")?then("", "：") + words>
</#function>
<#function sentence words>
  <#return words?replace("[。；;.]+$", "", "r")>
</#function>
<#macro refused s>
<#if s.refused?has_content>
<@page.heading>未能接收的附件（${s.refused?size}项）</@page.heading>
<#list s.refused as r>
<@page.item r?counter>${finding(r)}${r?is_last?then("。", "；")}（${r.rule}）</@page.item>
</#list>
</#if>
</#macro>
<#macro corrections s>
<#if s.corrections?has_content>
<@page.heading>需更正的内容（${s.corrections?size}项）</@page.heading>
<#list s.corrections as c>
<@page.item c?counter>${finding(c)}${c?is_last?then("。", "；")}（${c.rule}）</@page.item>
</#list>
</#if>
</#macro>

<#macro remarks s>
<#list s.remarks as remark>
<@page.paragraph>备注：${finding(remark)}。</@page.paragraph>
</#list>
</#macro>

<#-- What only a person can check. -->
<#function pending s>
  <#if !s.scans><#return "有关内容尚待人工核对。"></#if>
  <#return s.byName?then("盖章扫描件按文件名登记，尚待人工核对。", "盖章扫描件尚待人工核对。")>
</#function>
<#macro pendingApart s>
<#if s.pending>
<@page.paragraph>${s.scans?then("已收到的", "")}${pending(s)}</@page.paragraph>
</#if>
</#macro>

<#-- All of these under a heading of their own, if there is anything to say. -->
<#macro otherwise s>
<#if s.pending || s.checking?has_content || s.superseded?has_content || s.seenBefore?has_content || s.unsure?has_content || s.links?has_content
  || s.remarks?has_content>
<@page.heading>其他说明</@page.heading>
<@aside s/>
<@pendingApart s/>
<@remarks s/>
</#if>
</#macro>

<#-- “推荐数量未超过分配名额（先进集体6个、先进个人6名，其中处级或相当于处级干部1名）”；the numbers handed in are told apart
     where they differ from the quota. -->
<#function quotas s>
  <#local quota = s.nominees?map(n -> n.name + n.quota + n.measure)?join("、")>
  <#local count = s.nominees?map(n -> n.name + n.count + n.measure)?join("、")>
  <#if s.division??>
    <#local last = s.nominees?last.measure>
    <#local quota = quota + "，其中" + words.division + s.division.quota + last>
    <#local count = count + "，其中" + words.division + s.division.count + last>
  </#if>
  <#if quota == count><#return "推荐数量未超过分配名额（" + quota + "）"></#if>
  <#return "推荐数量（" + count + "）未超过分配名额（" + quota + "）">
</#function>

<#function size octets>
  <#if octets < 1024><#return octets + "B"></#if>
  <#if octets < 1048576><#return (octets / 1024)?string("0.0") + "KB"></#if>
  <#return (octets / 1048576)?string("0.0") + "MB">
</#function>
<#function files list>
  <#return list?map(f -> [f.name, f.documents?map(d -> document(d))?join("、") + f.oneMedium?then("", media[f.medium]), size(f.size), f.code])>
</#function>

<#-- For notices: until when, by which hour, how long that still is. -->
<#function limit s>
  <#if s.close.endOfDay><#return day(s.stage.due) + "前（含当日，以我办邮箱收到时间为准）"></#if>
  <#return day(s.stage.due) + clock(s.close) + "前（以我办邮箱收到时间为准）">
</#function>
<#function clock moment>
  <#return moment.hour + "时" + (moment.minute == 0)?then("", moment.minute?string("00") + "分")>
</#function>
<#function daysLeft s>
  <#if !s.workdays??><#return s.daysLeft + "天"></#if>
  <#return s.daysLeft + "天（" + s.workdays.withToday?then("含今日", "") + s.workdays.left + "个工作日）">
</#function>

<#-- “正式推荐工作报告（电子版）”, “《推荐对象初审表》12份（先进集体6份、先进个人6份；盖章扫描件11份、电子版12份）” -->
<#function had r>
  <#local m = r.document.measure>
  <#if !r.byCategory?has_content>
    <#local all = document(r.document)>
    <#if r.oneMedium><#return all></#if>
    <#local came = [(r.scans > 0)?then(media.SCAN, ""), (r.electronic > 0)?then(media.ELECTRONIC, "")]>
    <#return all + "（" + came?filter(words -> words != "")?join("、") + "）">
  </#if>
  <#local counted = r.byCategory?map(c -> c.name + c.count + m)?join("、")>
  <#if !r.oneMedium>
    <#local came = [(r.scans > 0)?then(media.SCAN + r.scans + m, ""), (r.electronic > 0)?then(media.ELECTRONIC + r.electronic + m, "")]>
    <#local counted = counted + "；" + came?filter(words -> words != "")?join("、")>
  </#if>
  <#return document(r.document) + r.total + m + "（" + counted + "）">
</#function>
<#-- “《推荐对象征求意见表》（附件4）4份” where nothing of it came, else as receipts say it. -->
<#function lackingLine m>
  <#if !m.count??><#return missingLine(m)></#if>
  <#return (m.category!"") + documentAndAnnex(m.document) + m.count + m.document.measure>
</#function>
<#macro standing s>
<@page.paragraph>已收到：<#if s.received?has_content>${s.received?map(r -> had(r))?join("、")}<#else>无</#if>。</@page.paragraph>
<#if s.lacking?has_content>
<@page.line>尚未收到：</@page.line>
<#list s.lacking as m>
<@page.item m?counter>${lackingLine(m)}${m?is_last?then("。", "；")}</@page.item>
</#list>
</#if>
<#local wrong = s.refused + s.corrections>
<#if wrong?has_content>
<@page.line>
需更正的内容<#if s.correctionDue??>（请于${day(s.correctionDue)}前报送更正后的完整文件）</#if>：
</@page.line>
<#list wrong as c>
<@page.item c?counter>${finding(c)}${c?is_last?then("。", "；")}（${c.rule}）</@page.item>
</#list>
</#if>
<#if s.pending && s.received?has_content><@page.line>${s.scans?then("已收到的", "")}${pending(s)}</@page.line></#if>
</#macro>
<#-- “盖章扫描件和电子版” -->
<#function asked s>
  <#local all = s.asked?map(medium -> media[medium])?join("和")>
  <#return s.lacking?has_content?then(all, "更正后的完整文件（" + all + "）")>
</#function>
<#macro sending s>
${asked(s)}发送至${office.mailbox}，单封邮件请控制在${words["size-limit"]}以内，可分封发送，请勿使用网盘或超大附件链接。
<#if s.lacking?has_content>${words["late-clause"]}。</#if>已通过其他邮件发送的，请电话联系我办核实。
</#macro>
