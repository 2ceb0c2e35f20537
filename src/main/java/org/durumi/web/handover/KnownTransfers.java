package org.durumi.web.handover;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.TransferLine;
import org.durumi.cases.TransferSearch;
import org.durumi.web.frame.OpenCase;
import org.jspecify.annotations.Nullable;

/** The transfers of the case of this request, read once for all parts of its page. */
@RequestScoped
class KnownTransfers {
    static final Set<AccessGroup> SHOWS = Set.of(AccessGroup.ASSIGNMENT);

    @Inject
    TransferSearch transfers;

    private @Nullable List<TransferLine> known;

    /** The newest first. */
    List<TransferLine> of(OpenCase open) {
        if (known == null) {
            known = transfers.of(open.view().file());
        }
        return known;
    }
}
