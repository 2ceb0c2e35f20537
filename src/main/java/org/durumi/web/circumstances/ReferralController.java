package org.durumi.web.circumstances;

import gg.jte.models.runtime.JteModel;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import java.util.Map;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.ConsentService;
import org.durumi.circumstances.CircumstanceKind;
import org.durumi.circumstances.Circumstances;
import org.durumi.circumstances.NewReferral;
import org.durumi.circumstances.Referral;
import org.durumi.circumstances.ReferralState;
import org.durumi.web.support.Field;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.Page;
import org.durumi.web.support.RecordForm;

/** Records what another organisation is asked to do for people, or what became of it. */
@Path("/cases/{number}/referrals")
@RequestScoped
public class ReferralController extends PlainController<Referral, NewReferral> {
    static final RecordForm<NewReferral> FORM =
            RecordForm.of("referral.form", NewReferral.class, Map.of("whom", Field.whom()));

    @Inject
    ConsentService consents;

    public ReferralController() {
        super(CircumstanceKind.REFERRAL, FORM, Circumstances::referrals);
    }

    @Override
    FormInput blank() {
        return FormInput.blank().with("state", ReferralState.ASKED);
    }

    /** Its form says who did not agree, and what is withheld. */
    @Override
    AccessGroup[] shown(AccessGroup ofThisKind) {
        return new AccessGroup[] {AccessGroup.PARTICIPANT, AccessGroup.CONSENT, ofThisKind};
    }

    @Override
    JteModel draw(Page page, FormInput input, CircumstanceForm about) {
        return pages.templates()
                .circumstancesReferral(
                        page, input, about, new AgreedToReferral(about.view(), consents.of(about.view()), input));
    }
}
