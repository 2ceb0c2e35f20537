package org.durumi.web.support;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.durumi.identity.CurrentUser;
import org.durumi.identity.session.Incoming;
import org.durumi.vault.VaultLock;

/** While the vault is shut, lets nothing through but health, sign-in and unlocking; every other answer says so. */
public class LockGuard extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final Set<String> ALWAYS =
            Set.of("/unlock", "/language", "/favicon.ico", "/health/live", "/health/ready", "/health/unlock");

    @Inject
    transient VaultLock lock;

    @Inject
    transient CurrentUser user;

    @Inject
    transient ErrorPage errors;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        // Who came before it was opened has not been asked whether they have their role here.
        if (isAlwaysOpen(new Incoming(request).path()) || lock.isOpen() && !user.cameWhileLocked()) {
            chain.doFilter(request, response);
            return;
        }
        byte[] page = errors.drawLocked(lock.state());
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(page.length);
        response.getOutputStream().write(page);
    }

    private static boolean isAlwaysOpen(String path) {
        return ALWAYS.contains(path) || path.startsWith("/assets/");
    }
}
