package org.durumi.web.circumstances;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;
import java.util.Map;
import org.durumi.circumstances.CircumstanceKind;
import org.durumi.circumstances.Circumstances;
import org.durumi.circumstances.Intervention;
import org.durumi.circumstances.InterventionAnswer;
import org.durumi.circumstances.NewIntervention;
import org.durumi.web.support.Field;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.Page;
import org.durumi.web.support.RecordForm;

/** Records what was asked on behalf of people, or what came of it. */
@Path("/cases/{number}/interventions")
@RequestScoped
public class InterventionController extends PlainController<Intervention, NewIntervention> {
    static final RecordForm<NewIntervention> FORM =
            RecordForm.of("intervention.form", NewIntervention.class, Map.of("whom", Field.whom()));

    public InterventionController() {
        super(CircumstanceKind.INTERVENTION, FORM, Circumstances::interventions);
    }

    @Override
    FormInput blank() {
        return FormInput.blank().with("answer", InterventionAnswer.NONE_YET);
    }

    @Override
    JteModel draw(Page page, FormInput input, CircumstanceForm about) {
        return pages.templates().circumstancesIntervention(page, input, about);
    }
}
