package org.durumi.requests;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.UserId;

/**
 * The requests of a case, opened.
 *
 * @param all the newest first
 */
public record Requests(List<Request> all) {
    public Requests {
        all = List.copyOf(all);
    }

    public Optional<Request> one(EntryId id) {
        return all.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** Of which an answer is awaited. */
    public List<Request> waiting(Instant now) {
        return all.stream().filter(each -> each.isWaiting(now)).toList();
    }

    /** What is worth a look: what waits, and for a week what was answered, has expired or became void. What was taken back is not. */
    public List<Request> recent(Instant now) {
        return all.stream()
                .filter(each -> each.state() != RequestState.WITHDRAWN)
                .filter(each -> each.ended(now)
                        .filter(end -> end.plus(Request.AWAITED).isBefore(now))
                        .isEmpty())
                .toList();
    }

    /** Everybody who has to do with some of them. */
    public Set<UserId> people() {
        return all.stream().flatMap(Request::people).collect(Collectors.toSet());
    }
}
