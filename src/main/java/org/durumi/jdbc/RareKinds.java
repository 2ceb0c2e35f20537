package org.durumi.jdbc;

import jakarta.data.repository.Repository;
import java.util.Set;
import java.util.UUID;
import org.hibernate.StatelessSession;

/** Of which of the rare kinds a case has rows. */
@Repository(provider = "Hibernate")
interface RareKinds {
    StatelessSession session();

    /** The names of their tables. */
    default Set<String> of(UUID caseId) {
        return Set.of(session()
                .createNativeQuery("select rare_rows(:case)", String[].class)
                .setParameter("case", caseId)
                .getSingleResult());
    }
}
