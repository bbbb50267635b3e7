<#import kind + ".ftl" as letter>
<#assign materials = sections?map(section -> section.stage.material)?join(", ")>
[${letter.label}] ${words["short-name"]}: ${materials} (${unit.shortName}) ${number}
