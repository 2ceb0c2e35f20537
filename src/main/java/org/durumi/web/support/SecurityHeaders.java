package org.durumi.web.support;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.durumi.identity.session.Origin;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts the headers that protect the reader on every answer, on errors and assets too. */
public class SecurityHeaders extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String NOTHING_ALLOWED = "accelerometer=(), autoplay=(), browsing-topics=(), "
            + "camera=(), clipboard-read=(), display-capture=(), encrypted-media=(), fullscreen=(), gamepad=(), "
            + "geolocation=(), gyroscope=(), hid=(), idle-detection=(), local-fonts=(), magnetometer=(), "
            + "microphone=(), midi=(), payment=(), picture-in-picture=(), publickey-credentials-get=(), "
            + "screen-wake-lock=(), serial=(), usb=(), xr-spatial-tracking=()";

    @Inject
    @ConfigProperty(name = "durumi.oidc.issuer", defaultValue = "http://localhost:8180/realms/durumi")
    String issuer;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        headers(issuer).forEach(response::setHeader);
        chain.doFilter(request, response);
    }

    /**
     * The headers of every answer. Nothing may be kept by the browser; the assets say otherwise for themselves.
     *
     * @param issuer the address of the identity provider, to which the sign-in form leads
     */
    public static Map<String, String> headers(String issuer) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Security-Policy", policy(issuer));
        headers.put("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("X-Frame-Options", "DENY");
        headers.put("Referrer-Policy", "no-referrer");
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        headers.put("Cross-Origin-Embedder-Policy", "require-corp");
        headers.put("Permissions-Policy", NOTHING_ALLOWED);
        headers.put("Cache-Control", "no-store");
        return headers;
    }

    private static String policy(String issuer) {
        return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
                + "connect-src 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'; "
                + "form-action 'self' " + Origin.of(URI.create(issuer))
                + "; require-trusted-types-for 'script'; trusted-types 'none'";
    }
}
