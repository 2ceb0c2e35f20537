<#import "template.ftl" as layout>
<@layout.registrationLayout; section>
<#if section = "header">
${msg("pageExpiredTitle")}
<#elseif section = "form">
<p class="lead">${msg("pageExpired")}</p>
<p><a class="button" id="loginRestartLink" href="${url.loginRestartFlowUrl}">${msg("signInAgain")}</a></p>
<p><a id="loginContinueLink" href="${url.loginAction}">${msg("pageContinue")}</a></p>
</#if>
</@layout.registrationLayout>
