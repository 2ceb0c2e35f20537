package org.durumi.identity.keycloak;

import java.util.Set;

/** The allow-list of what can be seen without a session; everything else is protected, whether it exists or not. */
final class PublicPaths {
    private static final Set<String> EXACT = Set.of("", "/", "/sign-in", "/language", "/error", "/favicon.ico");

    private PublicPaths() {}

    /** @param path decoded and normalised by the container */
    static boolean contains(String path) {
        return EXACT.contains(path) || (path.startsWith("/sign-in/") && isPlain(path)) || needsNoSession(path);
    }

    /** What is the same for everybody: the session is not even looked up, so that it works without the database. */
    static boolean needsNoSession(String path) {
        return isHealth(path) || (path.startsWith("/assets/") && isPlain(path));
    }

    static boolean isHealth(String path) {
        return path.equals("/health/ready") || path.equals("/health/live") || isOfThisMachine(path);
    }

    /** What is heard at the port of health only, from this machine: the way to unlock a node that no balancer leads to. */
    static boolean isOfThisMachine(String path) {
        return path.equals("/health/unlock");
    }

    private static boolean isPlain(String path) {
        return !path.contains("..") && !path.contains("//") && !path.contains(";") && !path.contains("\\");
    }
}
