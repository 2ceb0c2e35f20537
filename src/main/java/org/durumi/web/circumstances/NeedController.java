package org.durumi.web.circumstances;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;
import java.util.Map;
import org.durumi.circumstances.CircumstanceKind;
import org.durumi.circumstances.Circumstances;
import org.durumi.circumstances.Need;
import org.durumi.circumstances.NewNeed;
import org.durumi.web.support.Field;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.Page;
import org.durumi.web.support.RecordForm;

/** Records what people need, or changes it. */
@Path("/cases/{number}/needs")
@RequestScoped
public class NeedController extends PlainController<Need, NewNeed> {
    static final RecordForm<NewNeed> FORM = RecordForm.of("need.form", NewNeed.class, Map.of("whom", Field.whom()));

    public NeedController() {
        super(CircumstanceKind.NEED, FORM, Circumstances::needs);
    }

    @Override
    JteModel draw(Page page, FormInput input, CircumstanceForm about) {
        return pages.templates().circumstancesNeed(page, input, about);
    }
}
