<#import kind + ".ftl" as letter>
<@letter.subject/>
