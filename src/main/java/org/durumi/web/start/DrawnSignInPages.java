package org.durumi.web.start;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.durumi.identity.session.SignInNotice;
import org.durumi.identity.session.SignInPages;
import org.durumi.kernel.Texts;
import org.durumi.web.support.Assets;
import org.durumi.web.support.Pages;
import org.durumi.web.support.SecurityHeaders;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The notices of the sign-in in the look of every other page; they leave before the filters and use no script. */
@Alternative
@Priority(Interceptor.Priority.APPLICATION)
@ApplicationScoped
public class DrawnSignInPages implements SignInPages {
    @Inject
    Pages pages;

    @Inject
    Assets assets;

    @Inject
    @ConfigProperty(name = "durumi.oidc.issuer", defaultValue = "http://localhost:8180/realms/durumi")
    String issuer;

    @Override
    public String html(SignInNotice notice, Locale language, String next, String typed, String identifier) {
        return pages.templates()
                .startNotice(new Texts(language, ZoneOffset.UTC), assets, notice, next, typed, identifier)
                .render();
    }

    @Override
    public Map<String, String> headers() {
        return SecurityHeaders.headers(issuer);
    }
}
