<#-- The frame of every mail to our own people. Facts at hand: kind, campaign, office, words, and those of the kind. -->
<#import kind + ".ftl" as letter>
<@page.document>
<@letter.body/>
</@page.document>
