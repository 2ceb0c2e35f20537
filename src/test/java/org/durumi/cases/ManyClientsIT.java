package org.durumi.cases;

import static org.durumi.cases.CaseFixtures.HANEUL;
import static org.durumi.cases.CaseFixtures.WOMAN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.durumi.accesslog.AccessGroup;
import org.durumi.inside.Database;
import org.durumi.inside.Requests;
import org.durumi.inside.Told;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.ChangedMeanwhile;
import org.durumi.kernel.RuleViolation;
import org.durumi.route.Stage;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Twenty-four clients at the same time: what was acknowledged is stored, what was refused left nothing, and nobody waits for
 * ever. A session of Hibernate that two requests share fails here.
 */
@ExtendWith(ArquillianExtension.class)
class ManyClientsIT {
    private static final int CLIENTS = 24;
    private static final int ROUNDS = 10;

    @Inject
    Requests requests;

    @Inject
    CaseService cases;

    @Inject
    BrokenIntake intakes;

    @Inject
    CaseSearch search;

    @Inject
    Told told;

    @BeforeEach
    void the_staff_is_known() throws Exception {
        told.northTeam();
    }

    @Test
    void every_acknowledged_case_is_stored_whole_and_every_refused_one_not_at_all() throws Exception {
        AtomicInteger nth = new AtomicInteger();
        List<CaseNumber> acknowledged = new ArrayList<>();
        long before = stored();
        AtomicInteger refused = new AtomicInteger();

        for (int round = 0; round < ROUNDS; round++) {
            requests.atOnce(CLIENTS, HANEUL, () -> {
                        boolean broken = nth.getAndIncrement() % 3 == 0;
                        try {
                            NewCase reported = told.intake(WOMAN, WOMAN);
                            return Optional.of(broken ? intakes.open(reported) : cases.open(reported));
                        } catch (RuleViolation failedAfterWriting) {
                            refused.incrementAndGet();
                            return Optional.<CaseNumber>empty();
                        }
                    })
                    .forEach(each -> each.ifPresent(acknowledged::add));
        }

        assertEquals(CLIENTS * ROUNDS, acknowledged.size() + refused.get());
        assertEquals(CLIENTS * ROUNDS / 3, refused.get());
        assertEquals(acknowledged.size(), new HashSet<>(acknowledged).size());
        assertEquals(acknowledged.size(), stored() - before);
        for (CaseNumber number : acknowledged) {
            assertEquals(List.of("1 2 2 2 1"), Database.lines("""
                            select (select count(*) from assignment a where a.case_id = f.id) || ' '
                                || (select count(*) from participant p where p.case_id = f.id) || ' '
                                || (select count(*) from stage_entry e where e.case_id = f.id) || ' '
                                || (select count(*) from access_entry x where f.number = any (x.case_refs)) || ' '
                                || (select count(*) from case_file o where o.number = f.number)
                            from case_file f where f.number = ?
                            """, number.value()));
        }
    }

    @Test
    void of_many_writers_of_one_participant_one_wins_and_the_others_are_told() throws Exception {
        CaseNumber number = told.caseOf(HANEUL, WOMAN, WOMAN);
        for (int round = 0; round < ROUNDS; round++) {
            Participant seen = told.participants(number).get(0);

            List<Boolean> won = requests.atOnce(CLIENTS, HANEUL, () -> {
                try {
                    cases.changeParticipant(number, seen.id(), WOMAN, seen.version());
                    return true;
                } catch (ChangedMeanwhile told) {
                    return false;
                }
            });

            assertEquals(1, won.stream().filter(each -> each).count());
        }
        Participant last = told.participants(number).get(0);
        assertEquals(ROUNDS, last.version());
    }

    @Test
    void the_headline_never_loses_the_most_urgent_participant() throws Exception {
        CaseNumber number = told.caseOf(HANEUL, WOMAN, WOMAN);
        List<Participant> both = told.participants(number);
        AtomicInteger nth = new AtomicInteger();

        requests.atOnce(2, HANEUL, () -> {
            int who = nth.getAndIncrement();
            Participant each = both.get(who);
            return cases.enterStage(
                    number, each.id(), told.report(who == 0 ? Stage.DETENTION : Stage.BROKER), each.version());
        });

        assertEquals(
                Stage.DETENTION,
                requests.as(HANEUL, () -> search.view(number, AccessGroup.CASE))
                        .file()
                        .stage());
    }

    @Test
    void no_transaction_is_left_open() throws Exception {
        requests.atOnce(CLIENTS, HANEUL, () -> search.list(CaseFilter.all()));

        assertTrue(Database.lines(
                        "select pid::text from pg_stat_activity where state like 'idle in transaction%' and usename = ?",
                        "durumi_app")
                .isEmpty());
    }

    private static long stored() throws SQLException {
        return Long.parseLong(
                Database.lines("select count(*)::text from case_file").get(0));
    }
}
