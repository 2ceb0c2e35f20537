package org.durumi.cases;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.TeamId;
import org.durumi.mac.MacUse;
import org.durumi.mac.Macs;
import org.jspecify.annotations.Nullable;

/**
 * What the door has to know of a case before it opens it.
 *
 * @param closed when it was closed; empty while it is open
 * @param transfer by which it came to its team; empty if it was opened there
 * @param own the assignment of the person who asks; empty if they do not work on it now
 * @param mac of the application, over whose case it is
 */
record GuardedCase(
        CaseId id,
        CaseNumber number,
        TeamId team,
        Optional<EntryId> transfer,
        Optional<Instant> closed,
        byte[] mac,
        Optional<Assignment> own) {
    /** As a query yields it: identifier, number, team, transfer, end, MAC, assignment. */
    static GuardedCase of(@Nullable Object[] row) {
        return new GuardedCase(
                new CaseId(Objects.requireNonNull((UUID) row[0])),
                new CaseNumber(Objects.requireNonNull((String) row[1])),
                new TeamId(Objects.requireNonNull((UUID) row[2])),
                Optional.ofNullable((UUID) row[3]).map(EntryId::new),
                Optional.ofNullable((Instant) row[4]),
                Objects.requireNonNull((byte[]) row[5]),
                Optional.ofNullable((Assignment) row[6]));
    }

    /** Whose a case is, as its MAC says it. What was signed of a case that never went over to another team stays as it was. */
    static Object[] whose(CaseId id, CaseNumber number, TeamId team, Optional<EntryId> transfer) {
        return Stream.concat(Stream.<Object>of(id, number, team), transfer.stream())
                .toArray();
    }

    boolean isOpen() {
        return closed.isEmpty();
    }

    /** Whether the application wrote under this number, and for this team. */
    boolean isGenuine(Macs macs) {
        return macs.fits(mac, MacUse.CASE, whose(id, number, team, transfer));
    }

    boolean isAssigned() {
        return own.isPresent();
    }

    /** The same without an assignment that gives no right. */
    GuardedCase unassigned() {
        return new GuardedCase(id, number, team, transfer, closed, mac, Optional.empty());
    }

    /** The same with the assignment of whoever the person who asks stands in for. */
    GuardedCase assigned(Assignment theirs) {
        return new GuardedCase(id, number, team, transfer, closed, mac, Optional.of(theirs));
    }
}
