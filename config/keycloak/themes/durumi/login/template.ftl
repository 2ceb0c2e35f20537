<#import "footer.ftl" as loginFooter>
<#macro registrationLayout bodyClass="" displayInfo=false displayMessage=true displayRequiredFields=false>
<#assign product = (client.baseUrl)!properties.productUrl!"">
<!DOCTYPE html>
<html lang="${lang}" translate="no">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<title>${msg("durumiSignIn")} – ${msg("durumi")}</title>
<link rel="icon" href="${url.resourcesPath}/img/crane.svg" type="image/svg+xml">
<link rel="stylesheet" href="${url.resourcesPath}/css/durumi.css">
<script type="importmap">{"imports": {"rfc4648": "${url.resourcesCommonPath}/vendor/rfc4648/rfc4648.js"}}</script>
<#if scripts??><#list scripts as script><script src="${script}"></script></#list></#if>
<#if authenticationSession??>
<script type="module">
<#outputformat "JavaScript">
import { checkAuthSession } from ${(url.resourcesPath + "/js/authChecker.js")?c};
checkAuthSession(${authenticationSession.authSessionIdHash?c});
</#outputformat>
</script>
</#if>
</head>
<body data-page-id="login-${pageId}">
<header class="top"><div class="top-row">
<#if product?has_content><a class="brand" href="${product}"><img src="${url.resourcesPath}/img/crane.svg" alt="" width="30" height="30"><span>${msg("durumi")}</span></a><#else><span class="brand"><img src="${url.resourcesPath}/img/crane.svg" alt="" width="30" height="30"><span>${msg("durumi")}</span></span></#if>
<#if realm.internationalizationEnabled && locale.supported?size gt 1>
<nav class="languages" aria-label="${msg("languages")}"><#list locale.supported as l><#if l.languageTag != lang><a href="${l.url}" lang="${l.languageTag}">${l.label}</a></#if></#list></nav>
</#if>
</div></header>
<main>
<section class="card">
<h1 id="kc-page-title"><#nested "header"></h1>
<#if auth?has_content && auth.showUsername() && !auth.showResetCredentials()>
<p class="who"><#nested "show-username"><strong id="kc-attempted-username">${auth.attemptedUsername}</strong> <a id="reset-login" href="${url.loginRestartFlowUrl}">${msg("restartLoginTooltip")}</a></p>
</#if>
<#if displayMessage && message?has_content && (message.type != 'warning' || !isAppInitiatedAction??)>
<div class="message ${message.type}" role="alert">${kcSanitize(message.summary)?no_esc}</div>
</#if>
<#nested "form">
<#if auth?has_content && auth.showTryAnotherWayLink()>
<form id="kc-select-try-another-way-form" action="${url.loginAction}" method="post"><button class="button second" id="try-another-way" name="tryAnotherWay" value="on">${msg("doTryAnotherWay")}</button></form>
</#if>
<#if displayInfo><div id="kc-info"><#nested "info"></div></#if>
</section>
<#if product?has_content><p class="back"><a id="back" href="${product}">${msg("backToApplication")}</a></p></#if>
</main>
<@loginFooter.content/>
</body>
</html>
</#macro>
