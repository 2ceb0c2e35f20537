package org.durumi.reports;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.durumi.accesslog.AccessGroup;
import org.durumi.circumstances.CircumstancesService;
import org.durumi.circumstances.Leg;
import org.durumi.evidence.ClaimService;
import org.durumi.evidence.Evidence;
import org.durumi.risk.RiskPanel;
import org.durumi.risk.RiskService;
import org.jspecify.annotations.Nullable;

/** What several sections print of the case of this request, read once for all of them. */
@RequestScoped
class KnownOfCase {
    /** The groups of {@link #risk}. */
    static final Set<AccessGroup> RISK = Set.of(AccessGroup.RISK, AccessGroup.ALERT, AccessGroup.WAIVER);

    @Inject
    CircumstancesService circumstances;

    @Inject
    RiskService risks;

    @Inject
    ClaimService claims;

    private @Nullable List<Leg> legs;

    private @Nullable RiskPanel risk;

    private @Nullable Evidence evidence;

    List<Leg> legs(OpenSummary open) {
        if (legs == null) {
            legs = circumstances.of(open.view().file(), AccessGroup.LEG).legs().stream()
                    .filter(each -> open.prints(each.whom()))
                    .toList();
        }
        return legs;
    }

    Evidence evidence(OpenSummary open) {
        if (evidence == null) {
            evidence = claims.of(open.view().file());
        }
        return evidence;
    }

    RiskPanel risk(OpenSummary open) {
        if (risk == null) {
            risk = risks.of(open.view());
        }
        return risk;
    }
}
