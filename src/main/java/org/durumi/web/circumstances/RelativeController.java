package org.durumi.web.circumstances;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;
import java.util.Map;
import org.durumi.circumstances.CircumstanceKind;
import org.durumi.circumstances.Circumstances;
import org.durumi.circumstances.Exposure;
import org.durumi.circumstances.NewRelative;
import org.durumi.circumstances.Occupation;
import org.durumi.circumstances.Relative;
import org.durumi.circumstances.Whereabouts;
import org.durumi.kernel.Answer;
import org.durumi.web.support.Field;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.Page;
import org.durumi.web.support.RecordForm;

/** Records a relative who is not in the case, or changes what is known of one. */
@Path("/cases/{number}/relatives")
@RequestScoped
public class RelativeController extends PlainController<Relative, NewRelative> {
    static final RecordForm<NewRelative> FORM =
            RecordForm.of("relative.form", NewRelative.class, Map.of("whom", Field.whom()));

    public RelativeController() {
        super(CircumstanceKind.RELATIVE, FORM, Circumstances::relatives);
    }

    @Override
    FormInput blank() {
        return FormInput.blank()
                .with("whereabouts", Whereabouts.LEFT_BEHIND)
                .with("occupation", Occupation.UNKNOWN)
                .with("alive", Answer.UNKNOWN)
                .with("exposure", Exposure.UNKNOWN);
    }

    @Override
    JteModel draw(Page page, FormInput input, CircumstanceForm about) {
        return pages.templates().circumstancesRelative(page, input, about);
    }
}
