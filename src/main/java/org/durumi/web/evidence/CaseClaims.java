package org.durumi.web.evidence;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import org.durumi.accesslog.AccessGroup;
import org.durumi.evidence.ClaimService;
import org.durumi.evidence.Evidence;
import org.durumi.kernel.UserId;
import org.durumi.web.frame.Handles;
import org.durumi.web.frame.OpenCase;
import org.jspecify.annotations.Nullable;

/** What is claimed in the case of this request, read once for all parts of its page. */
@RequestScoped
class CaseClaims {
    /** The groups of {@link #of}. */
    static final Set<AccessGroup> SHOWS = Set.of(AccessGroup.CLAIM, AccessGroup.SOURCE);

    @Inject
    ClaimService claims;

    @Inject
    Handles handles;

    private @Nullable Evidence known;

    Evidence of(OpenCase open) {
        if (known == null) {
            known = claims.of(open.view().file());
        }
        return known;
    }

    /** Opens none of them. */
    int number(OpenCase open) {
        return known != null
                ? known.standing().size()
                : claims.numberOf(open.view().file());
    }

    /** The handles of everybody who recorded or decided something of it. */
    Map<UserId, String> people(OpenCase open) {
        return handles.of(of(open).people());
    }
}
