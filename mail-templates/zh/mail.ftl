<#-- The frame of every answer: addressee, one part a stage, closing, signature, small print, files.
     Facts at hand: kind, number, campaign, unit, office, today, words (the campaign's mail.* messages) and sections;
     of each section: kind, number, stage, first, last, onTime, lastOnTime, closed, received, fileCount, files, missing,
     refused, corrections, remarks, nominees, division, correctionDue, superseded, seenBefore, links, unsure, checking, byName, pending,
     scans;
     of the one section of a notice (reminder, due-day-warning, deadline-passed) also now, close, daysLeft, workdays (absent if
     the calendar is not verified), asked (media) and lacking, but no number and no files. A template of a notice says its own
     subject and closing. Of a letter that a person decided upon also decision: items, reason, person. -->
<@page.document>
<@page.salutation>${unit.addressee}：</@page.salutation>
<#list sections as section>
<#if sections?size gt 1>
<@page.part section?counter>${section.stage.material}（${section.number}）</@page.part>
</#if>
<#import section.kind + ".ftl" as letter>
<@letter.body section/>
</#list>
<@page.closing>${letter.closing!"特此告知。"}</@page.closing>
<@page.signature office.signature say.day(today)/>
<@page.note>${office.contact}</@page.note>
<#if decision??>
<@page.note>本通知经工作人员审核后发出<#if decision.person != "">（经办人：${decision.person}）</#if>。如有疑问请电话联系。</@page.note>
<#else>
<@page.note>本邮件由材料接收系统自动发出，仅说明材料收到及形式核对情况，不代表审核结论。如有疑问请电话联系。</@page.note>
</#if>
<#list sections as section>
<#if section.files?has_content>
<@page.files title="附：" + (sections?size gt 1)?then(section.stage.material, "") + "收到文件清单（校验码为SHA-256值前8位）"
  head=["序号", "文件名", "材料", "大小", "校验码"] rows=say.files(section.files)/>
</#if>
</#list>
</@page.document>
