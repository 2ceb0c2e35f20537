package org.durumi.web.support;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets a request in only if it can be read without doubt, and a change only if it comes from a page of ours and carries the
 * secret of its session.
 */
public class PostGuard extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final Pattern FORM =
            Pattern.compile("application/x-www-form-urlencoded(\\s*;\\s*charset=(utf-8|\"utf-8\"))?");
    private static final int LARGEST_FORM = 64 * 1024;
    private static final int UNSUPPORTED = HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE;
    private static final int TOO_LARGE = HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE;
    private static final int MALFORMED = HttpServletResponse.SC_BAD_REQUEST;
    private static final int FORBIDDEN = HttpServletResponse.SC_FORBIDDEN;
    private static final int WRONG_METHOD = HttpServletResponse.SC_METHOD_NOT_ALLOWED;

    @Inject
    transient CurrentVisitor visitor;

    @Inject
    @ConfigProperty(name = "durumi.base.url", defaultValue = "http://localhost:8080")
    String baseUrl;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String method = request.getMethod();
        if (!method.equals("POST") && !method.equals("GET") && !method.equals("HEAD")) {
            response.setHeader("Allow", "GET, HEAD, POST");
            response.sendError(WRONG_METHOD);
            return;
        }
        try {
            Parameters parameters = new Parameters();
            String query = request.getQueryString();
            parameters.add((query == null ? "" : query).getBytes(StandardCharsets.ISO_8859_1));
            if (namesTheFramework(parameters)) {
                response.sendError(MALFORMED);
            } else if (method.equals("POST")) {
                guard(request, response, chain, parameters);
            } else {
                chain.doFilter(request, response);
            }
        } catch (Parameters.Malformed malformed) {
            response.sendError(MALFORMED);
        }
    }

    private void guard(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain, Parameters parameters)
            throws IOException, ServletException, Parameters.Malformed {
        String own = Origin.of(URI.create(baseUrl));
        boolean tokenInAddress = parameters.values().containsKey(FormInput.TOKEN);
        if (tokenInAddress || !Origin.isOurs(own, request.getHeader("Origin"), request.getHeader("Sec-Fetch-Site"))) {
            // An address is kept in logs and histories: no secret belongs there.
            response.sendError(FORBIDDEN);
        } else if (!isForm(request.getContentType())) {
            response.sendError(UNSUPPORTED);
        } else if (request.getContentLengthLong() > LARGEST_FORM) {
            response.sendError(TOO_LARGE);
        } else {
            byte[] body = request.getInputStream().readNBytes(LARGEST_FORM + 1);
            if (body.length > LARGEST_FORM) {
                response.sendError(TOO_LARGE);
                return;
            }
            parameters.add(body);
            if (namesTheFramework(parameters)) {
                response.sendError(MALFORMED);
            } else if (carriesTheSecret(parameters)) {
                chain.doFilter(new ReadRequest(request, body, parameters), response);
            } else {
                response.sendError(FORBIDDEN);
            }
        }
    }

    private boolean carriesTheSecret(Parameters parameters) {
        Visitor sender = visitor.visitor();
        return !sender.isSignedIn()
                || MessageDigest.isEqual(
                        sender.token().getBytes(StandardCharsets.UTF_8),
                        parameters.first(FormInput.TOKEN).getBytes(StandardCharsets.UTF_8));
    }

    /** The framework's own parameters would make it open a container session. */
    private static boolean namesTheFramework(Parameters parameters) {
        return parameters.values().keySet().stream().anyMatch(name -> name.startsWith("org.eclipse.krazo"));
    }

    /** A form in UTF-8: in another encoding, the framework would read other words than were checked here. */
    static boolean isForm(String type) {
        return type != null
                && FORM.matcher(type.strip().toLowerCase(Locale.ROOT)).matches();
    }
}
