<#-- The frame of every answer: addressee, one part a stage, closing, signature, small print, files.
     Facts at hand: kind, number, campaign, unit, office, today, words (the campaign's mail.* messages) and sections;
     of each section: kind, number, stage, first, last, onTime, lastOnTime, closed, received, fileCount, files, missing,
     refused, corrections, remarks, nominees, division, correctionDue, superseded, seenBefore, links, unsure, checking, byName, pending,
     scans;
     of the one section of a notice (reminder, due-day-warning, deadline-passed) also now, close, daysLeft, workdays (absent if
     the calendar is not verified), asked (media) and lacking, but no number and no files. A template of a notice says its own
     subject and closing. Of a letter that a person decided upon also decision: items, reason, person. -->
<@page.document>
<@page.salutation>To: ${unit.addressee}</@page.salutation>
<#list sections as section>
<#if sections?size gt 1>
<@page.part section?counter>${say.upper(section.stage.material)} (${section.number})</@page.part>
</#if>
<#import section.kind + ".ftl" as letter>
<@letter.body section/>
</#list>
<@page.closing>${letter.closing!"This is for your information."}</@page.closing>
<@page.signature office.signature say.day(today)/>
<@page.note>${office.contact}</@page.note>
<#if decision??>
<@page.note>
This notice was sent after a review by this office<#if decision.person != ""> (in charge: ${decision.person})</#if>. If in doubt,
please telephone.
</@page.note>
<#else>
<@page.note>
This message was sent automatically by the receiving system. It states what was received and the result of a formal check;
it is not a decision. If in doubt, please telephone.
</@page.note>
</#if>
<#list sections as section>
<#if section.files?has_content>
<@page.files
  title="Annex: files received" + (sections?size gt 1)?then(" (" + section.stage.material + ")", "") + "; the check code is the first 8 digits of SHA-256"
  head=["No.", "File", "Document", "Size", "Check code"] rows=say.files(section.files)/>
</#if>
</#list>
</@page.document>
