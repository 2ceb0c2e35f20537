package org.durumi.identity.keycloak;

import java.net.URI;
import java.net.URISyntaxException;

/** Where a person goes after signing in: a path of our own with its query, never another site. */
record ReturnPath(String value) {
    private static final int LONGEST = 1000;
    static final ReturnPath START = new ReturnPath("/");

    /** The path if it is our own and leads anywhere but to the sign-in itself, else the start page. */
    static ReturnPath of(String wanted) {
        return wanted != null && isOwn(wanted) ? new ReturnPath(wanted) : START;
    }

    private static boolean isOwn(String wanted) {
        if (wanted.length() > LONGEST || !wanted.startsWith("/") || wanted.startsWith("//") || wanted.contains("\\")) {
            return false;
        }
        try {
            URI uri = new URI(wanted);
            return !uri.isAbsolute()
                    && uri.getRawAuthority() == null
                    && uri.getRawFragment() == null
                    && !uri.getPath().startsWith("//")
                    && uri.normalize().getPath().equals(uri.getPath())
                    && !uri.getPath().startsWith("/sign-");
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
