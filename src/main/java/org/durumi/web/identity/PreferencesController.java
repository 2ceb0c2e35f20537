package org.durumi.web.identity;

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
import org.durumi.identity.NewPreferences;
import org.durumi.identity.Preferences;
import org.durumi.identity.session.CurrentSession;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.Pages;
import org.durumi.web.support.RecordForm;
import org.durumi.web.support.View;

/** How somebody's pages look, and whether keys lead somewhere: each chooses for themselves. */
@Path("/my-settings")
@RequestScoped
public class PreferencesController {
    static final RecordForm<NewPreferences> FORM = RecordForm.of("preferences", NewPreferences.class);
    private static final String PATH = "/my-settings";

    @Inject
    Pages pages;

    @Inject
    CurrentSession session;

    @GET
    public Response show() {
        Preferences mine = session.preferences();
        return form(FORM.fill(FormInput.blank(), new NewPreferences(mine.theme(), mine.density(), mine.shortcuts())))
                .answer();
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response choose(MultivaluedMap<String, String> fields) {
        FormInput input = FormInput.of(fields);
        Optional<NewPreferences> chosen = FORM.read(input);
        return pages.submit(
                input,
                () -> session.prefer(session.preferences().with(chosen.orElseThrow())),
                PATH,
                "notice.preferences.saved",
                () -> form(input));
    }

    private View form(FormInput input) {
        return pages.form(input, page -> pages.templates().identityPreferences(page, input));
    }
}
