package org.durumi.web.risk;

import java.util.List;
import java.util.Map;
import org.durumi.cases.ClosureLine;
import org.durumi.cases.ErasureLine;
import org.durumi.cases.RetentionLine;
import org.durumi.cases.StageEntry;
import org.durumi.cases.WaitingEntry;
import org.durumi.circumstances.Circumstance;
import org.durumi.kernel.UserId;
import org.durumi.links.LinkWaiting;
import org.durumi.risk.BlockLine;

/**
 * What waits for a supervisor.
 *
 * @param alerts the most urgent first
 * @param waiting entries to confirm or send back
 * @param corrections of what is known of people's ways, to confirm or send back
 * @param recorders the handles of those who recorded these
 * @param blocks what is forbidden in the team's cases, waived or not
 * @param closures the team's cases that somebody wants to close, and another supervisor must agree
 * @param erasures the team's cases that somebody wants to erase
 * @param retentions closed cases of which somebody has to say whether they are kept
 * @param links the team's cases of which a link waits
 * @param more whether not everything fits on the page
 */
public record Review(
        List<AlertCard> alerts,
        List<WaitingEntry<StageEntry>> waiting,
        List<WaitingEntry<Circumstance<?, ?, ?>>> corrections,
        Map<UserId, String> recorders,
        List<BlockLine> blocks,
        List<ClosureLine> closures,
        List<ErasureLine> erasures,
        List<RetentionLine> retentions,
        List<LinkWaiting> links,
        boolean more) {
    public Review {
        alerts = List.copyOf(alerts);
        waiting = List.copyOf(waiting);
        corrections = List.copyOf(corrections);
        recorders = Map.copyOf(recorders);
        blocks = List.copyOf(blocks);
        closures = List.copyOf(closures);
        erasures = List.copyOf(erasures);
        retentions = List.copyOf(retentions);
        links = List.copyOf(links);
    }

    /** How many alerts nobody has acknowledged. */
    public long raised() {
        return alerts.stream().filter(AlertCard::waits).count();
    }

    /** How many alerts nobody has acknowledged in time. */
    public long overdue() {
        return alerts.stream().filter(AlertCard::overdue).count();
    }

    /** How many blocks nobody has waived. */
    public long standing() {
        return blocks.stream().filter(each -> each.waiver().isEmpty()).count();
    }
}
