package org.durumi.web.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import org.durumi.identity.session.CurrentSession;
import org.durumi.identity.session.Incoming;
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
    Clock clock;

    @Inject
    @ConfigProperty(name = "durumi.demo", defaultValue = "false")
    boolean demo;

    @Inject
    @ConfigProperty(name = "durumi.leave.address", defaultValue = "https://www.weather.go.kr/")
    String leaveTo;

    /** The page of this request. */
    public Page page() {
        return page(visitor.visitor(), Back.read(request.getParameter(Back.FIELD)));
    }

    /**
     * The page of this request if anything may be broken: it then shows no navigation rather than failing too. It asks for no
     * parameter: the server would wait for a body that may never come.
     */
    Page pageForAnError() {
        try {
            return page(visitor.visitor(), "");
        } catch (RuntimeException broken) {
            return page(Visitor.nobody(), "");
        }
    }

    private Page page(Visitor visitor, String back) {
        Incoming asked = new Incoming(request);
        return new Page(
                Languages.texts(session.language(), clock.getZone()),
                asked.sentPath(),
                asked.address(),
                visitor,
                "",
                demo,
                assets,
                leaveTo,
                clock.instant(),
                back,
                Optional.empty());
    }
}
