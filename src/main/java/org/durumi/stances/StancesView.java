package org.durumi.stances;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.durumi.identity.Role;
import org.durumi.jdbc.PageOf;
import org.durumi.kernel.CountryCode;
import org.durumi.kernel.UserId;

/**
 * What counts of each country, what was proposed, and what became of it.
 *
 * @param reader a supervisor or an administrator
 * @param as which of both they are
 * @param waiting what nobody has answered, the newest first
 * @param standing of each country of which anything was ever said; of all others it is unclear
 * @param settled what was answered or has expired, one page of it, the newest first
 * @param handles of everybody who proposed or answered
 */
public record StancesView(
        UserId reader,
        Role as,
        List<StanceProposal> waiting,
        Map<CountryCode, StandingStance> standing,
        PageOf<StanceProposal> settled,
        Map<UserId, String> handles,
        Instant now) {
    /** Whether the reader may confirm or decline. */
    public boolean mayAnswer(StanceProposal proposal) {
        return proposal.isFor(reader, as);
    }

    public boolean mayWithdraw(StanceProposal proposal) {
        return proposal.by().by().equals(reader);
    }
}
