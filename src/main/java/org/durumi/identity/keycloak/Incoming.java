package org.durumi.identity.keycloak;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** What the sign-in reads of a request: its path, where it comes from, whether somebody looks at the answer. */
record Incoming(HttpServletRequest request) {
    /** The path within the application, as the container decoded and normalised it. */
    String path() {
        String info = request.getPathInfo();
        return info == null ? request.getServletPath() : request.getServletPath() + info;
    }

    /** The path and the query as the browser sent them. */
    ReturnPath asked() {
        String query = request.getQueryString();
        return ReturnPath.of(request.getRequestURI() + (query == null ? "" : "?" + query));
    }

    boolean hasQuery() {
        return request.getQueryString() != null;
    }

    boolean isGet() {
        return request.getMethod().equals("GET");
    }

    boolean isGet(String path) {
        return isGet() && path().equals(path);
    }

    boolean isPost(String path) {
        return request.getMethod().equals("POST") && path().equals(path);
    }

    boolean changesNothing() {
        return isGet() || request.getMethod().equals("HEAD");
    }

    /** A person opens a page, rather than a script or an image asking for something. */
    boolean isNavigation() {
        String mode = request.getHeader("Sec-Fetch-Mode");
        if (mode != null) {
            return isGet() && mode.equals("navigate");
        }
        String accept = request.getHeader("Accept");
        return isGet() && accept != null && accept.contains("text/html");
    }

    /** The browser says that another site sent it here. */
    boolean comesFromElsewhere() {
        return "cross-site".equals(request.getHeader("Sec-Fetch-Site"));
    }

    /**
     * The browser says that a page of ours sent this form; one that says nothing at all is not believed. Our pages send no
     * referrer, and a browser then calls the origin of their forms «null».
     */
    boolean comesFromOurPages(String ourOrigin) {
        String site = request.getHeader("Sec-Fetch-Site");
        String origin = request.getHeader("Origin");
        if (site == null) {
            return ourOrigin.equals(origin);
        }
        return site.equals("same-origin") && (origin == null || origin.equals("null") || origin.equals(ourOrigin));
    }

    /** The value of a parameter that stands there exactly once. */
    Optional<String> only(String parameter) {
        String[] values = request.getParameterValues(parameter);
        return values != null && values.length == 1 && !values[0].isEmpty() ? Optional.of(values[0]) : Optional.empty();
    }

    Optional<String> cookie(String name) {
        return Cookies.value(request, name);
    }
}
