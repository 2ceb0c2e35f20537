package org.durumi.identity.session;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Saves what somebody typed into a form whose session ended before it was sent. */
public interface LateForms {
    /**
     * Keeps the form of a request without a session.
     *
     * @return our own path at which its sender finds it after signing in; empty if it is no form of a page of ours
     * @throws Bodies.Refused if it cannot be read to its end
     */
    Optional<String> keep(HttpServletRequest request) throws Bodies.Refused;
}
