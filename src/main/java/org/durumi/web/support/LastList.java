package org.durumi.web.support;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.durumi.identity.session.Cookies;

/** The list of cases as somebody saw it last in this browser: the pages of a case lead back to it. */
public final class LastList {
    private static final String COOKIE = "__Host-durumi-list";

    private LastList() {}

    /** The address of that list; of the whole list for somebody who saw none yet. */
    static String address(HttpServletRequest request) {
        String query = Cookies.value(request, COOKIE).map(LastList::decoded).orElse("");
        return query.isEmpty() ? Visitor.LIST : Visitor.LIST + "?" + query;
    }

    /** Remembers the query of the list that is about to be shown, until the person signs out or closes the browser. */
    public static void remember(HttpServletRequest request, HttpServletResponse response, String query) {
        String encoded = Base64.getUrlEncoder().withoutPadding().encodeToString(query.getBytes(StandardCharsets.UTF_8));
        if (!Cookies.value(request, COOKIE).orElse("").equals(encoded)) {
            response.addCookie(Cookies.secure(COOKIE, encoded, Cookies.STRICT));
        }
    }

    private static String decoded(String cookie) {
        try {
            return new String(Base64.getUrlDecoder().decode(cookie), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notOurs) {
            return "";
        }
    }
}
