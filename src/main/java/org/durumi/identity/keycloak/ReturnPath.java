package org.durumi.identity.keycloak;

import java.net.URI;
import org.durumi.identity.session.OurAddress;

/** Where a person goes after signing in: a path of our own with its query, never another site. */
record ReturnPath(String value) {
    static final ReturnPath START = new ReturnPath("/");

    /** The path if it is our own and leads anywhere but to the sign-in itself, else the start page. */
    static ReturnPath of(String wanted) {
        return OurAddress.isOurs(wanted) && !URI.create(wanted).getPath().startsWith("/sign-")
                ? new ReturnPath(wanted)
                : START;
    }
}
