<#-- A mail whose text a person has changed: its lines as they are, in the frame of every mail. -->
<@page.document>
<#list lines as line>
<@page.typed line/>
</#list>
</@page.document>
