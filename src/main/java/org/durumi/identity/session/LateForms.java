package org.durumi.identity.session;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.durumi.kernel.UserId;

/** Saves what somebody typed into a form that comes without a session, or when nothing can be stored. */
public interface LateForms {
    /**
     * Keeps the form of a request without a session.
     *
     * @return our own path at which its sender finds it after signing in; empty if it is no form of a page of ours
     * @throws Bodies.Refused if it cannot be read to its end
     */
    Optional<String> keep(HttpServletRequest request) throws Bodies.Refused;

    /**
     * What was typed into a form that can be neither carried out nor kept now; empty if it is no form of a page of ours.
     *
     * @throws Bodies.Refused if it cannot be read to its end
     */
    String words(HttpServletRequest request) throws Bodies.Refused;

    /**
     * Keeps a half-filled form that came with the end of its session, if one did.
     *
     * @param body of the sign-out, with the fields of the form
     */
    void keepLeft(UserId sender, byte[] body);
}
