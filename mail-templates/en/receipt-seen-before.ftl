<#-- The same material once more: nothing new was registered. -->
<#assign label = "Receipt">
<#macro body s>
<@page.paragraph>
The ${s.stage.material} sent on ${say.time(s.last)} had been received before with the same content and was not registered
again; the earlier registration and receipt remain valid.
</@page.paragraph>
<@say.aside s/>
<@page.paragraph>
To replace a document, please send the whole file again with the word "correction" in the subject; the last received counts.
</@page.paragraph>
</#macro>
