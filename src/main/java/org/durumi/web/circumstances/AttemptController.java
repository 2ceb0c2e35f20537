package org.durumi.web.circumstances;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;
import java.util.Set;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseView;
import org.durumi.circumstances.Attempt;
import org.durumi.circumstances.Circumstances;
import org.durumi.circumstances.NewAttempt;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.ParticipantId;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.Page;
import org.durumi.web.support.RecordForm;

/** Records an earlier attempt to leave, or changes what is known of one. */
@Path("/cases/{number}/attempts")
@RequestScoped
public class AttemptController extends CircumstanceController<Attempt, NewAttempt> {
    static final RecordForm<NewAttempt> FORM = RecordForm.of("attempt.form", NewAttempt.class);

    public AttemptController() {
        super("attempt", "attempts", AccessGroup.ATTEMPT, FORM, Circumstances::attempts);
    }

    @Override
    String ofWhom(Attempt stored, CaseView view) {
        return view.label(stored.participant());
    }

    @Override
    JteModel draw(Page page, FormInput input, CircumstanceForm about) {
        return pages.templates().circumstancesAttempt(page, input, about);
    }

    @Override
    EntryId record(CaseNumber number, Set<ParticipantId> whom, NewAttempt known) {
        return whom.stream()
                .map(who -> circumstances.recordAttempt(number, who, known))
                .toList()
                .get(0);
    }

    @Override
    void correct(CaseNumber number, EntryId id, NewAttempt known, String why, int seen) {
        corrections.correctAttempt(number, id, known, why, seen);
    }
}
