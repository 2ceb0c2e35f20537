package org.durumi.web.vault;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.durumi.vault.UnlockService;
import org.durumi.web.support.Field;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.Pages;
import org.durumi.web.support.StepUp;
import org.durumi.web.support.View;

/** An administrator types the part of the key that no machine holds. */
@Path("/unlock")
@RequestScoped
@StepUp
public class UnlockController {
    private static final String AGAIN = UnlockService.PART + "-again";
    private static final int LONGEST = 200;

    @Inject
    Pages pages;

    @Inject
    UnlockService vault;

    @GET
    public Response ask() {
        return vault.isAsked() ? form(FormInput.blank(), vault.isFirst()).answer() : pages.redirect("/");
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response unlock(MultivaluedMap<String, String> fields) {
        if (!vault.isAsked()) {
            return pages.redirect("/");
        }
        FormInput input = FormInput.of(fields);
        boolean first = vault.isFirst();
        Optional<String> part = input.read(
                UnlockService.PART, first ? Field.lines(UnlockService.SHORTEST_PART, LONGEST) : Field.line(LONGEST));
        if (first && input.isValid() && !part.equals(input.read(AGAIN, Field.line(LONGEST)))) {
            input.errors().at(AGAIN, "unlock.different");
        }
        return pages.submit(
                input,
                () -> {
                    vault.unlock(part.orElseThrow());
                    return pages.redirect("/", "notice.unlocked");
                },
                () -> form(input, first));
    }

    private View form(FormInput input, boolean first) {
        return pages.form(input, page -> pages.templates().unlockUnlock(page, input, first, vault.nodes()));
    }
}
