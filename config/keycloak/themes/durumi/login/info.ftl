<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=false; section>
<#if section = "header">
<#if messageHeader??>${kcSanitize(msg("${messageHeader}"))?no_esc}<#else>${message.summary}</#if>
<#elseif section = "form">
<div id="kc-info-message">
<p class="lead">${message.summary}<#if requiredActions??><#list requiredActions>: <b><#items as action>${kcSanitize(msg("requiredAction.${action}"))?no_esc}<#sep>, </#items></b></#list></#if></p>
<#if actionUri?has_content><p><a class="button" href="${actionUri}">${msg("proceedWithAction")}</a></p><#elseif layout.product?has_content><p><a class="button" href="${layout.product}">${msg("signInAgain")}</a></p></#if>
</div>
</#if>
</@layout.registrationLayout>
