package org.durumi.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.durumi.cases.CaseFixtures;
import org.durumi.identity.CurrentUser;
import org.durumi.identity.Role;
import org.durumi.identity.session.Fakes;
import org.durumi.kernel.CaseId;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.Test;

/** A job is taken, done and ended, by nobody of the staff. */
class JobServiceTest {
    private static final CaseId CASE = CaseId.create();

    private final List<String> said = new ArrayList<>();
    private final JobService service = new JobService();

    JobServiceTest() {
        service.user = new CurrentUser();
        service.jobs = new Known(true);
        service.taken = new Fakes.Fired<>() {
            @Override
            public void fire(JobTaken job) {
                said.add(job.kind() + " of " + (job.caseId().equals(CASE) ? "the case" : "another"));
                job.done();
            }
        };
    }

    /** Jobs of which somebody else may have taken all. */
    private final class Known implements Jobs {
        private final boolean free;

        Known(boolean free) {
            this.free = free;
        }

        @Override
        public StatelessSession session() {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean take(JobKind kind, CaseId caseId, Instant now) {
            said.add("take");
            return free;
        }

        @Override
        public void end() {
            said.add("end");
        }
    }

    private void work() {
        service.work(JobKind.REASSESS, CASE, CaseFixtures.NOW);
    }

    @Test
    void it_ends_what_it_took_after_it_was_done() {
        work();
        assertEquals(List.of("take", "REASSESS of the case", "end"), said);
    }

    @Test
    void what_somebody_else_does_is_left_to_them() {
        service.jobs = new Known(false);
        work();
        assertEquals(List.of("take"), said);
    }

    @Test
    void what_nobody_does_does_not_end() {
        service.taken = new Fakes.Fired<>();
        assertThrows(IllegalStateException.class, this::work);
        assertEquals(List.of("take"), said);
    }

    @Test
    void the_system_acts() {
        work();
        assertEquals("risk", service.user.actor().id().value());
        assertTrue(service.user.actor().is(Role.SYSTEM));
        assertTrue(JobKind.REASSESS.needsKeys());
    }
}
