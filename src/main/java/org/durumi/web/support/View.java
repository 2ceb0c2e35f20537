package org.durumi.web.support;

import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Map;
import org.durumi.identity.session.KeptForms.KeptForm;
import org.jspecify.annotations.Nullable;

/** A page that is about to be shown: a template and the facts that it shows. */
public final class View {
    private static final int UNPROCESSABLE = 422;

    private final String template;
    private final Templates templates;
    private final Map<String, Object> facts = new HashMap<>();

    private final @Nullable KeptForm again;

    /** @param again what fills the form of the page, if it was typed before */
    View(String template, Templates templates, @Nullable KeptForm again) {
        this.template = template;
        this.templates = templates;
        this.again = again;
    }

    /** Hands a fact to the template's parameter of that name. */
    public View with(String parameter, Object fact) {
        if (again != null && fact instanceof FormInput input) {
            input.refill(again);
        }
        facts.put(parameter, fact);
        return this;
    }

    /** Hands several facts to the parameters of their names. */
    public View with(Map<String, Object> several) {
        several.forEach(this::with);
        return this;
    }

    /** Shows the page: 200. */
    public Response answer() {
        return answer(Response.Status.OK.getStatusCode());
    }

    /** Shows the form again with what is wrong and with what was typed: 422. */
    public Response again() {
        return answer(UNPROCESSABLE);
    }

    /** Shows the page under another status. */
    public Response answer(int status) {
        return Response.status(status)
                .type("text/html;charset=UTF-8")
                .entity(templates.draw(template, facts))
                .build();
    }
}
