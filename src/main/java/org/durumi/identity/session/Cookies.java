package org.durumi.identity.session;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;

/** Our cookies: all of this host only, none readable by a script. */
public final class Cookies {
    public static final String LAX = "Lax";
    public static final String STRICT = "Strict";

    private Cookies() {}

    /** Empty if there is none, or more than one of that name. */
    public static Optional<String> value(HttpServletRequest request, String name) {
        Cookie[] all = request.getCookies();
        if (all == null) {
            return Optional.empty();
        }
        var found = Arrays.stream(all)
                .filter(cookie -> cookie.getName().equals(name))
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0).getValue()) : Optional.empty();
    }

    /** A cookie that lives as long as the browser's window, unless it gets an age. */
    public static Cookie secure(String name, String value, String sameSite) {
        Cookie cookie = new Cookie(name, value);
        cookie.setSecure(true);
        cookie.setHttpOnly(true);
        cookie.setPath("/");
        cookie.setAttribute("SameSite", sameSite);
        return cookie;
    }

    /** Takes a cookie away. Written by hand: not every container says Max-Age=0, which no clock of a browser can spoil. */
    public static void expire(HttpServletResponse response, String name, String sameSite) {
        response.addHeader("Set-Cookie", name + "=; Max-Age=0; Path=/; Secure; HttpOnly; SameSite=" + sameSite);
    }
}
