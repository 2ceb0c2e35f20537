package org.durumi.web.support;

import java.util.regex.Pattern;

/**
 * What has just been done, said once on the page after a redirect. It travels as the key of a text in a cookie that lives
 * for a minute: there is nothing in it to read or to forge.
 */
final class Notice {
    static final String COOKIE = "__Host-durumi-notice";
    private static final String ATTRIBUTES = "; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=";
    private static final Pattern KEY = Pattern.compile("notice\\.[a-z.-]{1,60}");

    private Notice() {}

    static String cookie(String key) {
        if (!isKey(key)) {
            throw new IllegalArgumentException("not the key of a notice: " + key);
        }
        return COOKIE + "=" + key + ATTRIBUTES + "60";
    }

    static String goneCookie() {
        return COOKIE + "=" + ATTRIBUTES + "0";
    }

    static boolean isKey(String text) {
        return KEY.matcher(text).matches();
    }
}
