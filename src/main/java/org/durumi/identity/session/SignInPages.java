package org.durumi.identity.session;

import java.util.Locale;
import java.util.Map;

/**
 * Draws what the sign-in has to tell. The answers of the sign-in leave before any filter, so they bring these headers themselves;
 * a page may use our own style sheets and images and nothing else. The pages of the application may replace the plain ones
 * by an alternative.
 */
public interface SignInPages {
    /**
     * The HTML of a notice.
     *
     * @param next our own path to go on with; for {@link SignInNotice#ASK_AGAIN} the page goes there by itself
     * @param typed what the reader has just sent, and gets back; may be empty
     * @param identifier how the reader's own identifier begins, for whom another one has to compare it; may be empty
     */
    String html(SignInNotice notice, Locale language, String next, String typed, String identifier);

    /** The headers that protect the reader of every answer of ours. */
    Map<String, String> headers();
}
