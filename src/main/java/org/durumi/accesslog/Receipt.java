package org.durumi.accesslog;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.durumi.kernel.CaseNumber;

/**
 * Proves that the entry of an access has been committed. Nothing of a case is opened without one. Only the access log
 * makes receipts.
 */
public final class Receipt {
    private final UUID requestId;
    private final List<CaseNumber> cases;
    private final Instant recordedAt;

    Receipt(UUID requestId, List<CaseNumber> cases, Instant recordedAt) {
        this.requestId = requestId;
        this.cases = List.copyOf(cases);
        this.recordedAt = recordedAt;
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    /** Whether this receipt is of this request. */
    public boolean isOf(UUID request) {
        return requestId.equals(request);
    }

    /** Whether this receipt is of this request and names this case. */
    public boolean covers(CaseNumber number, UUID request) {
        return requestId.equals(request) && cases.contains(number);
    }
}
