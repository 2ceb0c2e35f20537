package org.durumi.web.support;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import org.durumi.identity.Actor;
import org.durumi.identity.CurrentUser;
import org.durumi.identity.Preferences;
import org.durumi.identity.StaffDirectory;
import org.durumi.identity.session.CurrentSession;
import org.jspecify.annotations.Nullable;

/** Who sends the current request. */
@RequestScoped
public class CurrentVisitor {
    @Inject
    CurrentUser user;

    @Inject
    StaffDirectory staff;

    @Inject
    CurrentSession session;

    @Inject
    HttpServletRequest request;

    private @Nullable Visitor known;

    /** The visitor with the handle that colleagues use. */
    public Visitor visitor() {
        if (known == null) {
            known = user.signedIn().map(this::visitor).orElse(Visitor.nobody());
        }
        return known;
    }

    private Visitor visitor(Actor actor) {
        return session.isOpen()
                ? new Visitor(
                        actor.roles(),
                        session.handle(),
                        session.csrfToken(),
                        session.left().toSeconds(),
                        LastList.address(request),
                        session.preferences())
                : new Visitor(actor.roles(), staff.handle(actor.id()), "", 0, Visitor.LIST, Preferences.USUAL);
    }
}
