package org.durumi.web.risk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.durumi.accesslog.AccessGroup;
import org.durumi.risk.ParticipantRisk;
import org.durumi.risk.RiskPanel;
import org.durumi.risk.RiskService;
import org.durumi.web.frame.OpenCase;
import org.jspecify.annotations.Nullable;

/** The risk of the case of this request, read once for all parts of its page. */
@RequestScoped
class CaseRisk {
    /** The groups of {@link #panel}. */
    static final Set<AccessGroup> SHOWS = Set.of(AccessGroup.RISK, AccessGroup.ALERT, AccessGroup.WAIVER);

    @Inject
    RiskService risk;

    private @Nullable RiskPanel panel;
    private @Nullable List<ParticipantRisk> assessed;

    /** Everything, alerts and waivers with their texts. */
    RiskPanel panel(OpenCase open) {
        if (panel == null) {
            panel = risk.of(open.view());
            assessed = panel.participants();
        }
        return panel;
    }

    /** How each person stands, by label; opens no text. */
    List<ParticipantRisk> assessed(OpenCase open) {
        if (assessed == null) {
            assessed = risk.assessed(open.view());
        }
        return assessed;
    }
}
