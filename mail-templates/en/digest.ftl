<#-- The daily digest (specification 6.11), for our own people only. No numbers of persons, no names of nominees, nothing of an
     objection. Facts: slot, now, since, calendar, counts, stages, states, units, work, more, drafts, restricted, workLink,
     deadlines, phone, correctionsDue, quotas, system. -->
<#assign states_words = {
  "NOT_STARTED": "nothing", "PARTIAL": "partial", "RETURNED": "to correct", "COMPLETE": "complete", "UNDER_REVIEW": "in review",
  "ACCEPTED": "accepted", "PAPER_PENDING": "paper due", "PAPER_PARTIAL": "paper partial", "PAPER_RECEIVED": "paper in",
  "CLOSED": "closed", "OVERDUE": "overdue", "LATE_RECEIVED": "late", "LATE_ADMITTED": "late, admitted", "FORFEITED": "forfeited",
  "WITHDRAWN": "withdrawn"}>
<#assign tints = {
  "NOT_STARTED": "#f5f5f5", "PARTIAL": "#fff6d6", "RETURNED": "#ffe8d1", "COMPLETE": "#e3f3e3", "UNDER_REVIEW": "#dfeefa",
  "ACCEPTED": "#cfe8cf", "CLOSED": "#cfe8cf", "OVERDUE": "#f9d6d3", "LATE_RECEIVED": "#f9d6d3"}>

<#function stateOf key><#return states_words[key]!key></#function>
<#function age a>
  <#if a.days gt 0><#return a.days + " d" + (a.hours gt 0)?then(" " + a.hours + " h", "")></#if>
  <#if a.hours gt 0><#return a.hours + " h"></#if>
  <#return a.minutes + " min">
</#function>
<#function ago a><#return (a.days + a.hours + a.minutes == 0)?then("just now", age(a) + " ago")></#function>
<#function cellOf c>
  <#return stateOf(c.state) + (c.gaps gt 0)?then(" -" + c.gaps, "") + (c.corrections gt 0)?then(" !" + c.corrections, "")>
</#function>
<#function marks u><#return [u.changed?then("new", ""), u.atRisk?then("risk", "")]?filter(m -> m != "")?join(" ")></#function>
<#function gigabytes octets><#return (octets / 1073741824)?string("0.0") + " GB"></#function>

<#function counted r>
  <#if r.rule??><#return (words["restricted." + r.rule]!"") + " (" + r.rule + "): " + r.count></#if>
  <#return r.what + ": " + r.count>
</#function>

<#macro subject>[Daily digest] ${words["short-name"]}: material received (${say.time(slot)})</#macro>

<#macro body>
<@page.title>${campaign.name}: daily digest (${say.time(slot)})</@page.title>
<#if !calendar.verified>
<@page.alarm>
The calendar of working days is not verified for ${calendar.unverified?join(", ")}; working days are not counted.<#if calendar.daily> This digest goes out every day, and reminders and due dates must be checked by hand.</#if> Please verify the calendar.
</@page.alarm>
</#if>

<@page.heading>Today</@page.heading>
<#if counts.mails == 0 && counts.documents == 0>
<@page.paragraph>No new material.</@page.paragraph>
</#if>
<@page.paragraph>
From ${say.time(since)} to ${say.time(now)}: ${say.plural(counts.mails, "new mail")}, ${say.plural(counts.documents, "document")} filed.
Waiting for a person: ${counts.waiting}; sending failed: ${counts.failed}; sending uncertain: ${counts.uncertain}.
</@page.paragraph>
<#if !counts.polls?has_content>
<@page.alarm>No mailbox is being read.</@page.alarm>
</#if>
<#list counts.polls as p>
<#if p.error??>
<@page.alarm>The last look into mailbox ${p.account} failed: ${p.error}.<#if p.at??> Last successful look: ${say.time(p.at)} (${ago(p.age)}).</#if></@page.alarm>
<#elseif p.at??>
<@page.paragraph>Mailbox ${p.account}: last successful look ${say.time(p.at)} (${ago(p.age)}).</@page.paragraph>
<#else>
<@page.paragraph>Mailbox ${p.account} has not been read by this node (another node reads it, or it has just started).</@page.paragraph>
</#if>
</#list>

<@page.heading>Progress</@page.heading>
<@page.grid head=["State (units)"] + stages?map(s -> s.id + " " + s.material)
  rows=states?map(s -> [stateOf(s.state)] + s.counts?map(c -> c?string))
  tints=states?map(s -> [tints[s.state]!""])/>
<@page.grid head=["Unit"] + stages?map(s -> s.id) + ["Mark"]
  rows=units?map(u -> [u.name] + u.cells?map(c -> cellOf(c)) + [marks(u)])
  tints=units?map(u -> [""] + u.cells?map(c -> tints[c.state]!"") + [u.atRisk?then("#f9d6d3", u.changed?then("#dfeefa", ""))])/>
<@page.note>new: changed since the last digest; risk: due soon and not complete, or late. -n: items missing; !n: items to correct.</@page.note>

<@page.heading>Needs a person</@page.heading>
<#if !work?has_content && drafts.count == 0 && !restricted?has_content>
<@page.paragraph>Nothing.</@page.paragraph>
</#if>
<#list work as w>
<@page.item w?counter>
${w.what}<#if w.rule??> (${w.rule})</#if><#if w.material??>, ${w.material}</#if><#if w.units?has_content>: ${w.units?join(", ")}</#if><#if w.count gt 1> (${w.count} in all)</#if><#if w.mail??>, mail ${w.mail}</#if>, waiting for ${age(w.age)}, <@page.link "open" w.link/>
</@page.item>
</#list>
<#if more gt 0>
<@page.paragraph>And ${more} more: <@page.link "all" workLink/></@page.paragraph>
</#if>
<#if drafts.count gt 0>
<@page.paragraph>${say.upper(say.plural(drafts.count, "draft"))} to be released<#if drafts.age??>, the oldest for ${age(drafts.age)}</#if>: <@page.link "open" workLink/></@page.paragraph>
</#if>
<#if restricted?has_content>
<@page.paragraph>Restricted, numbers only: ${restricted?map(r -> counted(r))?join("; ")}.</@page.paragraph>
</#if>

<@page.heading>Due next</@page.heading>
<#if !deadlines?has_content>
<@page.paragraph>Every stage is closed.</@page.paragraph>
</#if>
<#list deadlines as d>
<@page.item d?counter>
${say.upper(d.material)}: by ${say.day(d.due)}, end of day, <#if d.days == 0>today<#else>${say.plural(d.days, "day")} left</#if><#if d.workingDays??> (${say.plural(d.workingDays, "working day")} with today)<#else> (working days not counted)</#if>;
units without any material: ${d.untouchedCount}<#if d.untouched?has_content> (${d.untouched?join(", ")})</#if>.
</@page.item>
</#list>
<#if correctionsDue?has_content>
<@page.paragraph>Corrections due or past due: ${correctionsDue?map(c -> c.unit + ", " + c.material + " (" + say.day(c.due) + c.passed?then(", past", "") + ")")?join("; ")}.</@page.paragraph>
</#if>
<#if phone?has_content>
<@page.paragraph>Units without a usable address, please phone: ${phone?join(", ")}.</@page.paragraph>
</#if>

<@page.heading>Places</@page.heading>
<@page.paragraph>
<#if quotas.material??>By ${quotas.material}: <#else>Nobody is nominated yet: </#if>${quotas.lines?map(q -> q.name + " " + q.count + " of " + q.total)?join(", ")}<#if quotas.capped??>; of these ${words[quotas.capped.key]!quotas.capped.key} ${quotas.capped.count} of at most ${quotas.capped.total}</#if>.<#if quotas.assumption> (The places of the units are an assumption.)</#if>
</@page.paragraph>

<@page.heading>System</@page.heading>
<@page.paragraph>
Outbox: <#if system.outbox?has_content>${system.outbox?map(o -> o.word + " " + o.count)?join(", ")}<#else>none</#if>. To be read: ${system.unread}; in quarantine: ${system.quarantined}; not fetched: ${system.notFetched}.
Disk: ${gigabytes(system.disk.free)} free of ${gigabytes(system.disk.total)}. Calendar ${calendar.verified?then("verified", "not verified")}.
</@page.paragraph>
<@page.paragraph><#if system.head??>Events sealed: ${system.head.number}; head of the chain: <@page.code system.head.hash/><#else>No event is sealed yet.</#if></@page.paragraph>
<@page.note>Annex: the ledger. This digest was written automatically for internal use only; please do not forward it. It tells what was received and formally checked, not the result of a review.</@page.note>
</#macro>
