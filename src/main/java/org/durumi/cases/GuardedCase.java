package org.durumi.cases;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.TeamId;
import org.durumi.mac.MacUse;
import org.durumi.mac.Macs;
import org.jspecify.annotations.Nullable;

/**
 * What the door has to know of a case before it opens it.
 *
 * @param closed when it was closed; empty while it is open
 * @param own the assignment of the person who asks; empty if they do not work on it now
 * @param mac of the application, over whose case it is
 */
record GuardedCase(
        CaseId id, CaseNumber number, TeamId team, Optional<Instant> closed, byte[] mac, Optional<Assignment> own) {
    /** As a query yields it: identifier, number, team, end, MAC, assignment. */
    static GuardedCase of(@Nullable Object[] row) {
        return new GuardedCase(
                new CaseId(Objects.requireNonNull((UUID) row[0])),
                new CaseNumber(Objects.requireNonNull((String) row[1])),
                new TeamId(Objects.requireNonNull((UUID) row[2])),
                Optional.ofNullable((Instant) row[3]),
                Objects.requireNonNull((byte[]) row[4]),
                Optional.ofNullable((Assignment) row[5]));
    }

    boolean isOpen() {
        return closed.isEmpty();
    }

    /** Whether the application wrote under this number, and for this team. */
    boolean isGenuine(Macs macs) {
        return macs.fits(mac, MacUse.CASE, id, number, team);
    }

    boolean isAssigned() {
        return own.isPresent();
    }

    /** The same without an assignment that gives no right. */
    GuardedCase unassigned() {
        return new GuardedCase(id, number, team, closed, mac, Optional.empty());
    }

    /** The same with the assignment of whoever the person who asks stands in for. */
    GuardedCase assigned(Assignment theirs) {
        return new GuardedCase(id, number, team, closed, mac, Optional.of(theirs));
    }
}
