package org.durumi.links;

import java.util.Optional;
import java.util.Set;
import org.durumi.kernel.CaseNumber;

/**
 * A link as one of its cases shows it.
 *
 * @param here whether this is the side that asked
 * @param number of the other case; empty for who may not read it
 * @param whom whom to ask about the other case; empty for who may read it, and as long as the other side has said nothing
 * @param acts what the reader may do about it
 */
public record LinkLine(Link link, boolean here, Optional<CaseNumber> number, Optional<Whom> whom, Set<LinkAct> acts) {
    public LinkLine {
        acts = Set.copyOf(acts);
    }

    /** Whether nobody has decided about it. */
    public boolean waits() {
        return link.state() == LinkState.WISHED || link.state() == LinkState.ASKED;
    }

    /** Whether it waits for the reader: ending what stands does not. */
    public boolean isToBeDecided() {
        return acts.contains(LinkAct.ASK) || acts.contains(LinkAct.AGREE);
    }

    public boolean stands() {
        return link.state() == LinkState.STANDS;
    }

    public boolean isSuggested() {
        return link.state() == LinkState.SUGGESTED;
    }

    /** Whether it was declined or has ended. */
    public boolean isOver() {
        return link.state() == LinkState.DECLINED || link.state() == LinkState.ENDED;
    }
}
