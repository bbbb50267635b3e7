<#-- How an English official letter is set: numbering, indents, fonts. The layouts ask here; the words are elsewhere. -->
<#assign lang = "en">
<#assign font = "Georgia,'Times New Roman',serif">
<#-- Before the first line of a paragraph; between source lines that belong to one paragraph. -->
<#assign indent = "">
<#assign joint = " ">
<#-- Between the columns of a table in plain text; after the number of its rows. -->
<#assign column = "  ">
<#assign afterNumber = " ">
<#-- Whether paragraphs under a heading stand apart; whether the signature stands on the right. -->
<#assign airy = true>
<#assign signatureRight = false>

<#assign letters = ["(a)", "(b)", "(c)", "(d)", "(e)", "(f)", "(g)", "(h)"]>
<#function heading number level>
  <#return (level == 1)?then(number + ". ", letters[number - 1] + " ")>
</#function>
<#function item number>
  <#return "  (" + number + ") ">
</#function>
