package org.durumi.stances;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.durumi.identity.ForeignRow;
import org.durumi.jdbc.Statements;
import org.durumi.kernel.CountryCode;
import org.durumi.mac.Macs;

/** The rows in which stances are proposed and answered. What Durumi did not write is left out; whoever watches hears of it. */
@ApplicationScoped
class StanceProposals {
    /** Whoever proposes or answers waits for whoever does: what was seen stays true until the end. */
    private static final long STANCES_CHANGE = 0x6475_7275_6d69_0050L;

    @Resource(lookup = "java:app/jdbc/durumi")
    DataSource database;

    @Inject
    Macs macs;

    @Inject
    Event<ForeignRow> foreign;

    /**
     * What stands in the rows.
     *
     * @param ours all that were ever proposed, the newest first
     * @param distrusted the countries that a row names which Durumi did not write, or which was changed
     */
    record Read(List<StanceProposal> ours, Set<CountryCode> distrusted) {}

    void lock() {
        statements().call("select pg_advisory_xact_lock(?)", STANCES_CHANGE);
    }

    /**
     * Reads all. They are few ({@link StanceService#MOST_OF_A_DAY}): what is read to reckon with notices what was done to any of them.
     *
     * @throws IllegalStateException while the keys are locked: nobody can tell then which are ours
     */
    Read read() {
        if (macs.areLocked()) {
            throw new IllegalStateException("nobody can tell what was agreed on");
        }
        List<Optional<StanceProposal>> found =
                statements().list(StanceProposal::read, StanceProposal.SELECT + " order by p.proposed_at desc, p.id");
        Map<Boolean, List<StanceProposal>> genuine = found.stream()
                .flatMap(Optional::stream)
                .collect(Collectors.partitioningBy(each -> each.isGenuine(macs)));
        List<StanceProposal> ours = genuine.getOrDefault(true, List.of());
        if (ours.size() < found.size()) {
            // Once for each reading, not for each row: cases are read all day.
            foreign.fire(ForeignRow.byNobody(ForeignRow.Kind.STANCE));
        }
        return new Read(
                ours,
                genuine.getOrDefault(false, List.of()).stream()
                        .map(each -> each.wanted().country())
                        .collect(Collectors.toSet()));
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
