<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=false; section>
<#if section = "header">
${msg("errorTitle")}
<#elseif section = "form">
<div id="kc-error-message">
<p class="lead">${kcSanitize(message.summary)?no_esc}</p>
<#if layout.product?has_content><p><a class="button" id="backToApplication" href="${layout.product}">${msg("signInAgain")}</a></p></#if>
</div>
</#if>
</@layout.registrationLayout>
