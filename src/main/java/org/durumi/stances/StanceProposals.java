package org.durumi.stances;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.durumi.identity.ForeignRow;
import org.durumi.jdbc.Statements;
import org.durumi.kernel.UserId;
import org.durumi.mac.Macs;

/** The rows in which stances are proposed and answered. What Durumi did not write is left out; whoever watches hears of it. */
@ApplicationScoped
class StanceProposals {
    /** Whoever proposes or answers waits for whoever does: what was seen stays true until the end. */
    private static final long STANCES_CHANGE = 0x6475_7275_6d69_0050L;

    /** Whoever forged a row chose the name in it: it accuses nobody. */
    private static final UserId NOBODY = new UserId("unknown");

    @Resource(lookup = "java:app/jdbc/durumi")
    DataSource database;

    @Inject
    Macs macs;

    @Inject
    Event<ForeignRow> foreign;

    void lock() {
        statements().call("select pg_advisory_xact_lock(?)", STANCES_CHANGE);
    }

    /**
     * All that were ever proposed, the newest first. They are few: what is read to reckon with notices what was done to any of them.
     *
     * @throws IllegalStateException while the keys are locked: nobody can tell then which are ours
     */
    List<StanceProposal> all() {
        if (macs.areLocked()) {
            throw new IllegalStateException("nobody can tell what was agreed on");
        }
        List<Optional<StanceProposal>> found =
                statements().list(StanceProposal::read, StanceProposal.SELECT + " order by p.proposed_at desc, p.id");
        List<StanceProposal> genuine = found.stream()
                .flatMap(Optional::stream)
                .filter(each -> each.isGenuine(macs))
                .toList();
        if (genuine.size() < found.size()) {
            // Once for each reading, not for each row: cases are read all day.
            foreign.fire(new ForeignRow(ForeignRow.Kind.STANCE, NOBODY, Optional.empty()));
        }
        return genuine;
    }

    void add(StanceProposal proposal) {
        NewStance wanted = proposal.wanted();
        statements()
                .run(
                        "insert into stance_proposal (id, country, stance, since, source, proposed_as, proposed_by,"
                                + " proposed_at, mac) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        proposal.id(),
                        wanted.country().value(),
                        wanted.stance().name(),
                        wanted.since(),
                        wanted.source(),
                        proposal.as().name(),
                        proposal.by().by().value(),
                        proposal.by().at(),
                        proposal.mac());
    }

    /** With a confirmation the database asks for every open case to be reckoned anew, in the same transaction. */
    void addAnswer(StanceProposal answered) {
        StanceProposal.Answer answer = answered.answer().orElseThrow();
        statements()
                .run(
                        "insert into stance_answer (id, answer, answered_as, answered_by, answered_at, mac)"
                                + " values (?, ?, ?, ?, ?, ?)",
                        answered.id(),
                        answer.what().name(),
                        answer.as().name(),
                        answer.by().by().value(),
                        answer.by().at(),
                        answer.mac());
    }

    private Statements statements() {
        return Statements.on(database);
    }
}
