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
import java.util.OptionalInt;
import org.durumi.identity.session.Bodies;
import org.durumi.identity.session.CurrentSession;
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
    transient CurrentSession session;

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
            OptionalInt excess = form.excess();
            if (excess.isPresent() && !carriesAnother(form)) {
                giveBack(form, response, excess.getAsInt());
            } else {
                chain.doFilter(form, response);
            }
            return;
        }
        lead(response, forms.keepOfEarlierSession(form), FORBIDDEN);
    }

    /** A form on its way through a change of the language says itself how large it may be. */
    private static boolean carriesAnother(ReadRequest form) {
        return form.getRequestURI().equals(PostedForms.LANGUAGE);
    }

    private void giveBack(ReadRequest form, HttpServletResponse response, int status) throws IOException {
        Optional<String> kept = visitor.visitor().isSignedIn() ? forms.keepForLater(form) : Optional.empty();
        kept.ifPresent(path -> session.putMessage("notice.form.excess." + status));
        lead(response, kept, status);
    }

    private void lead(HttpServletResponse response, Optional<String> kept, int status) throws IOException {
        if (kept.isPresent()) {
            response.setHeader("Location", baseUrl + kept.get());
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        } else {
            response.sendError(status);
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
