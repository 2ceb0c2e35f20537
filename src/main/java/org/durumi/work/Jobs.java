package org.durumi.work;

import jakarta.data.repository.Repository;
import java.time.Instant;
import org.durumi.kernel.CaseId;
import org.hibernate.StatelessSession;

/** Jobs as the transaction sees them that does them. */
@Repository(provider = "Hibernate")
interface Jobs {
    StatelessSession session();

    /** Takes all that a case has of a kind; from now on the case is there. Returns whether there are any that nobody else does. */
    default boolean take(JobKind kind, CaseId caseId, Instant now) {
        return session()
                        .createNativeQuery("select take_jobs(:kind, :caseId, :now)", Integer.class)
                        .setParameter("kind", kind.name())
                        .setParameter("caseId", caseId.value())
                        .setParameter("now", now)
                        .getSingleResult()
                > 0;
    }

    /**
     * Lets the case be looked at anew from a moment on. Asked twice, it is done once; where this transaction does not see the case, not at all.
     *
     * @param ofADay whether only a day brings it: that waits behind what has happened
     */
    default void ask(CaseId caseId, Instant moment, boolean ofADay) {
        session()
                .createNativeQuery("select ask_reassessment(:caseId, :moment, :ofADay)", Integer.class)
                .setParameter("caseId", caseId.value())
                .setParameter("moment", moment)
                .setParameter("ofADay", ofADay)
                .getSingleResult();
    }

    /** What was taken is done; the case is there no more. */
    default void end() {
        session().createNativeQuery("select end_jobs()", Long.class).getSingleResult();
    }
}
