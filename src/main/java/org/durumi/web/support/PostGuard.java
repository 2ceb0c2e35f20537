package org.durumi.web.support;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.durumi.identity.session.Bodies;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets a request in only if it can be read without doubt, and a change only if it comes from a page of ours and carries the
 * secret of its session.
 */
public class PostGuard extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final int MALFORMED = HttpServletResponse.SC_BAD_REQUEST;
    private static final int FORBIDDEN = HttpServletResponse.SC_FORBIDDEN;
    private static final int WRONG_METHOD = HttpServletResponse.SC_METHOD_NOT_ALLOWED;

    @Inject
    transient CurrentVisitor visitor;

    @Inject
    transient PostedForms forms;

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
        if (method.equals("POST")) {
            guard(request, response, chain);
        } else if (forms.isReadable(request)) {
            chain.doFilter(request, response);
        } else {
            response.sendError(MALFORMED);
        }
    }

    private void guard(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        ReadRequest form;
        try {
            form = forms.read(request);
        } catch (PostedForms.Refused refused) {
            response.sendError(refused.status());
            return;
        } catch (Bodies.Refused refused) {
            refused.answer(response);
            return;
        }
        if (carriesTheSecret(form)) {
            chain.doFilter(form, response);
            return;
        }
        Optional<String> kept = forms.keepOfEarlierSession(form);
        if (kept.isPresent()) {
            response.setHeader("Location", baseUrl + kept.get());
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        } else {
            response.sendError(FORBIDDEN);
        }
    }

    private boolean carriesTheSecret(ReadRequest form) {
        Visitor sender = visitor.visitor();
        return !sender.isSignedIn()
                || MessageDigest.isEqual(
                        sender.token().getBytes(StandardCharsets.UTF_8),
                        form.first(FormInput.TOKEN).getBytes(StandardCharsets.UTF_8));
    }
}
