package org.durumi.identity.session;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.durumi.kernel.Texts;

/** The notices of the sign-in as the plainest page: a heading, a sentence, a link. */
@ApplicationScoped
class PlainSignInPages implements SignInPages {
    @Override
    public String html(SignInNotice notice, Locale language, String next, String typed, String identifier) {
        Texts texts = new Texts(language, ZoneOffset.UTC);
        String title = escaped(texts.text("SignInNotice." + notice + ".title"));
        String text = escaped(texts.text("SignInNotice." + notice + ".text"));
        String action = escaped(texts.text("SignInNotice." + notice + ".action"));
        String refresh = notice == SignInNotice.ASK_AGAIN
                ? "<meta http-equiv=\"refresh\" content=\"0;url=" + escaped(next) + "\">"
                : "";
        String own = identifier.isEmpty() ? "" : "<p>" + escaped(texts.text("sign-in.identifier", identifier)) + "</p>";
        String given = typed.isEmpty() ? "" : "<textarea readonly rows=\"8\">" + escaped(typed) + "</textarea>";
        return """
                <!DOCTYPE html>
                <html lang="%s" translate="no" spellcheck="false">
                <head><meta charset="UTF-8"><meta name="viewport" content="width=device-width, initial-scale=1">%s\
                <title>%s – Durumi</title></head>
                <body><main><h1>%s</h1><p>%s</p>%s<p><a href="%s">%s</a></p>%s</main></body>
                </html>
                """.formatted(language.getLanguage(), refresh, title, title, text, own, escaped(next), action, given);
    }

    @Override
    public Map<String, String> headers() {
        return Map.of(
                "Cache-Control", "no-store", "Referrer-Policy", "no-referrer", "X-Content-Type-Options", "nosniff");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
