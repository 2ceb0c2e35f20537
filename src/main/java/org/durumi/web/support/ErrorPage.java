package org.durumi.web.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.durumi.identity.CurrentUser;
import org.durumi.jdbc.Outage;
import org.durumi.kernel.RuleViolation;
import org.durumi.vault.VaultLock;

/** The one page for everything that goes wrong: a sentence for the reader and the number of the request. */
@ApplicationScoped
public class ErrorPage {
    private static final Set<Integer> KNOWN = Set.of(400, 401, 403, 404, 405, 408, 409, 413, 415, 422, 429, 500, 503);
    private static final int BAD_REQUEST = 400;
    private static final int UNPROCESSABLE = 422;
    private static final int BROKEN = 500;
    private static final int AWAY = 503;

    @Inject
    CurrentPage currentPage;

    @Inject
    CurrentUser user;

    @Inject
    Pages pages;

    @Inject
    HttpServletRequest request;

    /** The page in UTF-8 for a status. */
    public byte[] draw(int status) {
        Page page = currentPage.pageForAnError();
        int shown = shown(status);
        return draw(page, shown, page.text("error." + shown + ".text"));
    }

    /** The page while the database cannot work. */
    public byte[] draw(Outage outage) {
        Page page = currentPage.pageForAnError();
        return draw(page, AWAY, page.text("Outage." + outage));
    }

    /** The page for a rule that forbids what was asked where no form can be shown again. */
    public byte[] draw(RuleViolation broken) {
        Page page = currentPage.pageForAnError();
        String text = page.text(broken.messageKey(), broken.arguments().toArray());
        return draw(page, UNPROCESSABLE, text);
    }

    /** The page of an application whose vault is shut. */
    byte[] drawLocked(VaultLock.State state) {
        if (state == VaultLock.State.AWAY || state == VaultLock.State.OPEN) {
            return draw(AWAY);
        }
        return new View(pages.templates().errorsLocked(currentPage.pageForAnError(), state)).drawn();
    }

    private byte[] draw(Page page, int status, String text) {
        return new View(pages.templates()
                        .errorsError(
                                page,
                                page.text("error." + status + ".title"),
                                text,
                                typed(),
                                user.requestId().toString()))
                .drawn();
    }

    /** What was typed into the form whose page cannot be shown again; for its sender alone, who has just sent it. */
    private String typed() {
        return ReadRequest.of(request).map(PostedForms::words).orElse("");
    }

    private static int shown(int status) {
        if (KNOWN.contains(status)) {
            return status;
        }
        return status < BROKEN ? BAD_REQUEST : BROKEN;
    }
}
