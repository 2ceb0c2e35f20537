package org.durumi.desk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.durumi.identity.HandleChange;
import org.durumi.kernel.UserId;

/**
 * One page of the staff.
 *
 * @param waiting all whose role waits to be confirmed, whatever the filter
 * @param signedIn when each of this page came in last; who never did is not in it
 * @param called the last change of the name of those who wait
 * @param handles of those who asked for, confirmed or changed something
 * @param more whether another page follows
 */
public record DeskPage(
        List<Colleague> waiting,
        List<Colleague> colleagues,
        Map<UserId, Instant> signedIn,
        Map<UserId, HandleChange> called,
        Map<UserId, String> handles,
        boolean more) {}
