package org.durumi.cases;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.durumi.kernel.Signed;
import org.durumi.kernel.UserId;

/**
 * A transfer, opened, with what became of it.
 *
 * @param state at the moment at which it was read
 * @param answered who answered it or took it back; empty while it waits, and if it has expired
 * @param word why it was declined; may be empty
 * @param from the name of the team that gives the case away
 * @param to the name of the other team
 */
public record TransferLine(
        Transfer transfer, TransferState state, Optional<Signed> answered, String word, String from, String to) {
    public boolean isWaiting() {
        return state == TransferState.OFFERED;
    }

    /** Who offered it, and who answered it or took it back. */
    public List<UserId> people() {
        return Stream.concat(Stream.of(transfer.offered()), answered.stream())
                .map(Signed::by)
                .toList();
    }

    /** When it ended; empty while it waits. */
    public Optional<Instant> ended() {
        return state == TransferState.EXPIRED ? Optional.of(transfer.due()) : answered.map(Signed::at);
    }
}
