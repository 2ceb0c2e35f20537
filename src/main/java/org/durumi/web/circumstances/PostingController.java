package org.durumi.web.circumstances;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;
import java.util.Map;
import org.durumi.circumstances.CircumstanceKind;
import org.durumi.circumstances.Circumstances;
import org.durumi.circumstances.DiplomaticStatus;
import org.durumi.circumstances.NewPosting;
import org.durumi.circumstances.Posting;
import org.durumi.circumstances.PostingRank;
import org.durumi.circumstances.Recall;
import org.durumi.web.support.Field;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.Page;
import org.durumi.web.support.RecordForm;

/** Records a post that somebody held, or changes what is known of it. */
@Path("/cases/{number}/postings")
@RequestScoped
public class PostingController extends PlainController<Posting, NewPosting> {
    static final RecordForm<NewPosting> FORM =
            RecordForm.of("posting.form", NewPosting.class, Map.of("whom", Field.whom()));

    public PostingController() {
        super(CircumstanceKind.POSTING, FORM, Circumstances::postings);
    }

    @Override
    FormInput blank() {
        return FormInput.blank()
                .with("rank", PostingRank.UNKNOWN)
                .with("status", DiplomaticStatus.UNKNOWN)
                .with("recall", Recall.UNKNOWN);
    }

    @Override
    JteModel draw(Page page, FormInput input, CircumstanceForm about) {
        return pages.templates().circumstancesPosting(page, input, about);
    }
}
