<#-- How a Chinese official letter is set: numbering, indents, fonts. The layouts ask here; the words are elsewhere. -->
<#assign lang = "zh-CN">
<#assign font = "FangSong,STFangsong,'Songti SC',SimSun,'Noto Serif CJK SC',serif">
<#-- Before the first line of a paragraph; between source lines that belong to one paragraph. -->
<#assign indent = "　　">
<#assign joint = "">
<#-- Between the columns of a table in plain text; after the number of its rows. -->
<#assign column = "　">
<#assign afterNumber = "">
<#-- Whether paragraphs under a heading stand apart; whether the signature stands on the right. -->
<#assign airy = false>
<#assign signatureRight = true>

<#assign numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]>
<#function heading number level>
  <#return (level == 1)?then(numerals[number - 1] + "、", "（" + numerals[number - 1] + "）")>
</#function>
<#function item number>
  <#return number + ".">
</#function>
