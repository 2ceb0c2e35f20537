package org.durumi.cases;

/** How an offer to another team stands at a moment. */
public enum TransferState {
    OFFERED,
    ACCEPTED,
    DECLINED,
    REVOKED,
    EXPIRED;

    static TransferState of(TransferEnd end) {
        return switch (end) {
            case ACCEPTED -> ACCEPTED;
            case DECLINED -> DECLINED;
            case REVOKED -> REVOKED;
        };
    }
}
