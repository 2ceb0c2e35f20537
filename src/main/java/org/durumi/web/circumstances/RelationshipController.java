package org.durumi.web.circumstances;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;
import java.util.List;
import org.durumi.cases.CaseView;
import org.durumi.circumstances.CircumstanceKind;
import org.durumi.circumstances.Circumstances;
import org.durumi.circumstances.NewRelationship;
import org.durumi.circumstances.Relationship;
import org.durumi.kernel.ParticipantId;
import org.durumi.route.Certainty;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.Page;
import org.durumi.web.support.RecordForm;

/** Records what two people in a case are to each other, or changes it. */
@Path("/cases/{number}/relationships")
@RequestScoped
public class RelationshipController extends PlainController<Relationship, NewRelationship> {
    static final RecordForm<NewRelationship> FORM = RecordForm.of("relationship.form", NewRelationship.class);

    public RelationshipController() {
        super(CircumstanceKind.RELATIONSHIP, FORM, Circumstances::relationships);
    }

    @Override
    FormInput blank() {
        return FormInput.blank().with("certainty", Certainty.CONFIRMED);
    }

    /** The first of the two, if the link said so. */
    @Override
    FormInput about(List<String> who) {
        return who.size() == 1
                ? FormInput.uuid(who.getFirst())
                        .map(id -> blank().with("one", id.toString()))
                        .orElseGet(this::blank)
                : blank();
    }

    @Override
    RecordForm<NewRelationship> form(CaseView view) {
        return of(view);
    }

    /** The form, which calls the two by their letters. */
    static RecordForm<NewRelationship> of(CaseView view) {
        return FORM.<ParticipantId>saying("one", view::label).<ParticipantId>saying("other", view::label);
    }

    @Override
    JteModel draw(Page page, FormInput input, CircumstanceForm about) {
        return pages.templates().circumstancesRelationship(page, input, about);
    }
}
