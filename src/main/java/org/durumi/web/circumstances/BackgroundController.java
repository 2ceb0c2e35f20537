package org.durumi.web.circumstances;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;
import java.util.Map;
import org.durumi.circumstances.Background;
import org.durumi.circumstances.CircumstanceKind;
import org.durumi.circumstances.Circumstances;
import org.durumi.circumstances.LivingSituation;
import org.durumi.circumstances.NewBackground;
import org.durumi.circumstances.Occupation;
import org.durumi.web.support.Field;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.Page;
import org.durumi.web.support.RecordForm;

/** Records where people come from and how they live, or changes it. */
@Path("/cases/{number}/backgrounds")
@RequestScoped
public class BackgroundController extends PlainController<Background, NewBackground> {
    static final RecordForm<NewBackground> FORM =
            RecordForm.of("background.form", NewBackground.class, Map.of("whom", Field.whom()));

    public BackgroundController() {
        super(CircumstanceKind.BACKGROUND, FORM, Circumstances::backgrounds);
    }

    @Override
    FormInput blank() {
        return FormInput.blank().with("occupation", Occupation.UNKNOWN).with("living", LivingSituation.UNKNOWN);
    }

    @Override
    JteModel draw(Page page, FormInput input, CircumstanceForm about) {
        return pages.templates().circumstancesBackground(page, input, about);
    }
}
