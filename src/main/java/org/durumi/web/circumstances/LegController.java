package org.durumi.web.circumstances;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;
import java.util.Map;
import java.util.Set;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseView;
import org.durumi.circumstances.Circumstances;
import org.durumi.circumstances.Leg;
import org.durumi.circumstances.LegState;
import org.durumi.circumstances.NewLeg;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.ParticipantId;
import org.durumi.route.Border;
import org.durumi.web.support.Field;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.Page;
import org.durumi.web.support.RecordForm;

/** Records a leg of a way, planned, under way or over, or changes what is known of one. Its form asks who travels. */
@Path("/cases/{number}/legs")
@RequestScoped
public class LegController extends CircumstanceController<Leg, NewLeg> {
    static final RecordForm<NewLeg> FORM = RecordForm.of("leg.form", NewLeg.class, Map.of("travellers", Field.whom()));

    public LegController() {
        super("leg", "legs", AccessGroup.LEG, FORM, Circumstances::legs);
    }

    @Override
    FormInput blank() {
        return FormInput.blank().with("state", LegState.PLANNED).with("border", Border.UNKNOWN);
    }

    @Override
    String ofWhom(Leg stored, CaseView view) {
        return "";
    }

    @Override
    RecordForm<NewLeg> form(CaseView view) {
        return of(view);
    }

    /** The form, which calls those who travel by their letters. */
    static RecordForm<NewLeg> of(CaseView view) {
        return FORM.<Set<ParticipantId>>saying("travellers", view::labels);
    }

    @Override
    JteModel draw(Page page, FormInput input, CircumstanceForm about) {
        return pages.templates().circumstancesLeg(page, input, about);
    }

    @Override
    EntryId record(CaseNumber number, Set<ParticipantId> whom, NewLeg known) {
        return circumstances.recordLeg(number, known);
    }

    @Override
    void correct(CaseNumber number, EntryId id, NewLeg known, String why, int seen) {
        corrections.correctLeg(number, id, known, why, seen);
    }
}
