<#import kind + ".ftl" as letter>
<#if letter.subject??>
【${letter.label}】${letter.subject(sections[0])}
<#else>
<#assign materials = sections?map(section -> section.stage.material)?join("、")>
【${letter.label}】${words["short-name"]}${materials}（${unit.shortName}）${number}
</#if>
