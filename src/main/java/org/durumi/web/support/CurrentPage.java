package org.durumi.web.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import org.durumi.identity.keycloak.CurrentSession;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Gathers what the page of this request knows. */
@ApplicationScoped
public class CurrentPage {
    @Inject
    HttpServletRequest request;

    @Inject
    Assets assets;

    @Inject
    CurrentVisitor visitor;

    @Inject
    CurrentSession session;

    @Inject
    @ConfigProperty(name = "durumi.zone", defaultValue = "Asia/Seoul")
    String zone;

    @Inject
    @ConfigProperty(name = "durumi.demo", defaultValue = "false")
    boolean demo;

    @Inject
    @ConfigProperty(name = "durumi.leave.address", defaultValue = "https://www.weather.go.kr/")
    String leaveTo;

    /** The page of this request. */
    public Page page() {
        return page(visitor.visitor());
    }

    /** The page of this request if anything may be broken: it then shows no navigation rather than failing too. */
    Page pageForAnError() {
        try {
            return page();
        } catch (RuntimeException broken) {
            return page(Visitor.nobody());
        }
    }

    private Page page(Visitor visitor) {
        return new Page(
                Languages.texts(session.language(), ZoneId.of(zone)),
                path(),
                address(),
                visitor,
                "",
                demo,
                assets,
                leaveTo);
    }

    private String path() {
        Object original = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return original == null ? request.getRequestURI() : original.toString();
    }

    private String address() {
        String query = request.getQueryString();
        return query == null ? path() : path() + "?" + query;
    }
}
