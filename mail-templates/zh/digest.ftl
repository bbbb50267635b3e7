<#-- 每日摘要 (specification 6.11), for our own people only. No numbers of persons, no names of nominees, nothing of an objection.
     Facts: slot, now, since, calendar, counts, stages, states, units, work, more, drafts, restricted, workLink, deadlines, phone,
     correctionsDue, quotas, system. -->
<#assign states_words = {
  "NOT_STARTED": "未报", "PARTIAL": "部分", "RETURNED": "补正", "COMPLETE": "齐全", "UNDER_REVIEW": "审核", "ACCEPTED": "通过",
  "PAPER_PENDING": "待纸质", "PAPER_PARTIAL": "纸质不全", "PAPER_RECEIVED": "纸质收讫", "CLOSED": "办结", "OVERDUE": "逾期未报",
  "LATE_RECEIVED": "逾期收件", "LATE_ADMITTED": "逾期准收", "FORFEITED": "放弃", "WITHDRAWN": "撤回"}>
<#assign tints = {
  "NOT_STARTED": "#f5f5f5", "PARTIAL": "#fff6d6", "RETURNED": "#ffe8d1", "COMPLETE": "#e3f3e3", "UNDER_REVIEW": "#dfeefa",
  "ACCEPTED": "#cfe8cf", "CLOSED": "#cfe8cf", "OVERDUE": "#f9d6d3", "LATE_RECEIVED": "#f9d6d3"}>

<#function stateOf key><#return states_words[key]!key></#function>
<#function age a>
  <#if a.days gt 0><#return a.days + "天" + (a.hours gt 0)?then(a.hours + "小时", "")></#if>
  <#if a.hours gt 0><#return a.hours + "小时"></#if>
  <#return a.minutes + "分钟">
</#function>
<#function ago a><#return (a.days + a.hours + a.minutes == 0)?then("刚刚", age(a) + "前")></#function>
<#function cellOf c>
  <#return stateOf(c.state) + (c.gaps gt 0)?then(" 缺" + c.gaps, "") + (c.corrections gt 0)?then(" 改" + c.corrections, "")>
</#function>
<#function marks u><#return [u.changed?then("变", ""), u.atRisk?then("险", "")]?filter(m -> m != "")?join("")></#function>
<#function gigabytes octets><#return (octets / 1073741824)?string("0.0") + "GB"></#function>

<#function counted r>
  <#if r.rule??><#return (words["restricted." + r.rule]!"") + "（" + r.rule + "）" + r.count + "项"></#if>
  <#return r.what + r.count + "项">
</#function>

<#macro subject>【每日摘要】${words["short-name"]}材料接收情况（${say.time(slot)}）</#macro>

<#macro body>
<@page.title>${campaign.name}材料接收情况每日摘要（${say.time(slot)}）</@page.title>
<#if !calendar.verified>
<@page.alarm>
${calendar.unverified?join("、")}年工作日历尚未核实，涉及的工作日数不作计算<#if calendar.daily>，本摘要改为每日发送，提醒和期限均须人工核对</#if>。请尽快核实并更新工作日历。
</@page.alarm>
</#if>

<@page.heading>今日概况</@page.heading>
<#if counts.mails == 0 && counts.documents == 0>
<@page.paragraph>今日无新收材料。</@page.paragraph>
</#if>
<@page.paragraph>
自${say.time(since)}至${say.time(now)}：新收邮件${counts.mails}封，登记材料${counts.documents}件。目前待人工处理${counts.waiting}项，
发送失败${counts.failed}封，发送结果不明${counts.uncertain}封。
</@page.paragraph>
<#if !counts.polls?has_content>
<@page.alarm>收信状态不明：没有邮箱在收信。</@page.alarm>
</#if>
<#list counts.polls as p>
<#if p.error??>
<@page.alarm>邮箱${p.account}最近一次收信未成功：${p.error}。<#if p.at??>最后一次成功收信：${say.time(p.at)}（${ago(p.age)}）。</#if></@page.alarm>
<#elseif p.at??>
<@page.paragraph>邮箱${p.account}最后一次成功收信：${say.time(p.at)}（${ago(p.age)}）。</@page.paragraph>
<#else>
<@page.paragraph>邮箱${p.account}在本节点尚未收信（由其他节点收信，或刚刚启动）。</@page.paragraph>
</#if>
</#list>

<@page.heading>各阶段进度</@page.heading>
<@page.grid head=["状态（单位数）"] + stages?map(s -> s.id + " " + s.material)
  rows=states?map(s -> [stateOf(s.state)] + s.counts?map(c -> c?string))
  tints=states?map(s -> [tints[s.state]!""])/>
<@page.grid head=["单位"] + stages?map(s -> s.id) + ["标记"]
  rows=units?map(u -> [u.name] + u.cells?map(c -> cellOf(c)) + [marks(u)])
  tints=units?map(u -> [""] + u.cells?map(c -> tints[c.state]!"") + [u.atRisk?then("#f9d6d3", u.changed?then("#dfeefa", ""))])/>
<@page.note>变：上次摘要以来有变化；险：临近截止尚未齐全，或逾期。缺：缺少项数；改：需更正项数。</@page.note>

<@page.heading>需您处理</@page.heading>
<#if !work?has_content && drafts.count == 0 && !restricted?has_content>
<@page.paragraph>无。</@page.paragraph>
</#if>
<#list work as w>
<@page.item w?counter>
${w.what}<#if w.rule??>（${w.rule}）</#if><#if w.material??>，${w.material}</#if><#if w.units?has_content>：${w.units?join("、")}</#if><#if w.count gt 1>（共${w.count}项）</#if><#if w.mail??>，第${w.mail}号来件</#if>，已等待${age(w.age)}，<@page.link "处理" w.link/>
</@page.item>
</#list>
<#if more gt 0>
<@page.paragraph>另有${more}项，<@page.link "全部事项" workLink/></@page.paragraph>
</#if>
<#if drafts.count gt 0>
<@page.paragraph>等待放行的草稿${drafts.count}封<#if drafts.age??>，最早的已等待${age(drafts.age)}</#if>，<@page.link "处理" workLink/></@page.paragraph>
</#if>
<#if restricted?has_content>
<@page.paragraph>限阅事项（只列数量）：${restricted?map(r -> counted(r))?join("；")}。</@page.paragraph>
</#if>

<@page.heading>临近截止</@page.heading>
<#if !deadlines?has_content>
<@page.paragraph>各阶段均已截止。</@page.paragraph>
</#if>
<#list deadlines as d>
<@page.item d?counter>
${d.material}：${say.day(d.due)}前（含当日），<#if d.days == 0>今日截止<#else>距截止还有${d.days}天</#if><#if d.workingDays??>（含今日${d.workingDays}个工作日）<#else>（工作日数不作计算）</#if>；
尚无任何材料的单位${d.untouchedCount}个<#if d.untouched?has_content>：${d.untouched?join("、")}</#if>。
</@page.item>
</#list>
<#if correctionsDue?has_content>
<@page.paragraph>补正期限临近或已过：${correctionsDue?map(c -> c.unit + c.material + "（" + say.day(c.due) + c.passed?then("，已过", "") + "）")?join("、")}。</@page.paragraph>
</#if>
<#if phone?has_content>
<@page.paragraph>无可用联系邮箱、请电话联系的单位：${phone?join("、")}。</@page.paragraph>
</#if>

<@page.heading>名额</@page.heading>
<@page.paragraph>
<#if quotas.material??>按${quotas.material}统计：<#else>尚无推荐对象：</#if>${quotas.lines?map(q -> q.name + "已推荐" + q.count + q.measure + "/名额" + q.total + q.measure)?join("，")}<#if quotas.capped??>；其中${words[quotas.capped.key]!quotas.capped.key}${quotas.capped.count}/限额${quotas.capped.total}</#if>。<#if quotas.assumption>（各单位名额为暂拟，待以正式分配表核对。）</#if>
</@page.paragraph>

<@page.heading>系统</@page.heading>
<@page.paragraph>
发件箱：<#if system.outbox?has_content>${system.outbox?map(o -> o.word + o.count + "封")?join("，")}<#else>无</#if>。待读取邮件${system.unread}封，隔离邮件${system.quarantined}封，未能收取的邮件${system.notFetched}封。
磁盘可用${gigabytes(system.disk.free)}，共${gigabytes(system.disk.total)}。工作日历${calendar.verified?then("已核实", "未核实")}。
</@page.paragraph>
<@page.paragraph><#if system.head??>事件记录共${system.head.number}条，末条校验值：<@page.code system.head.hash/><#else>事件记录尚未封存。</#if></@page.paragraph>
<@page.note>附：报送台账。本摘要由材料接收系统自动发出，仅供内部工作使用，请勿转发；仅说明材料收到及形式核对情况，不代表审核结论。</@page.note>
</#macro>
