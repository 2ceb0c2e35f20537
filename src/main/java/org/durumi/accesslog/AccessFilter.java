package org.durumi.accesslog;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.UserId;

/**
 * Which entries an auditor wants to see. An empty condition lets everything pass.
 *
 * @param from the first moment
 * @param until the first moment that is too late
 * @param request all that was done at one request; the summary that it printed says it
 * @param olderThan the last line of the page before; empty for the first page
 */
public record AccessFilter(
        Instant from,
        Instant until,
        Optional<UserId> actor,
        Optional<CaseNumber> number,
        Optional<AccessAction> action,
        Optional<AccessOutcome> outcome,
        Optional<UUID> request,
        Optional<Cursor> olderThan) {

    /** A place in the log: newer entries come before it. */
    public record Cursor(Instant recordedAt, long id) {}
}
