package org.durumi.approval;

import jakarta.data.repository.Insert;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
import jakarta.data.repository.Update;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.durumi.jdbc.OneOf;
import org.durumi.kernel.CaseId;
import org.hibernate.StatelessSession;

/** Stored waivers. */
@Repository(provider = "Hibernate")
interface Waivers {
    StatelessSession session();

    @Insert
    void add(Waiver waiver);

    @Update
    void save(Waiver waiver);

    @Query(
            "from Waiver w where w.subject = :subject and w.subjectId = :subjectId and w.used.at is null order by w.recorded.at desc")
    List<Waiver> unused(WaiverSubject subject, UUID subjectId);

    default List<Waiver> unused(Collection<UUID> subjects) {
        return OneOf.query(
                        session(),
                        Waiver.class,
                        "from Waiver w where holds(:many, w.subjectId) and w.used.at is null order by w.recorded.at desc",
                        subjects)
                .getResultList();
    }

    @Query("from Waiver w where w.caseId = :caseId order by w.recorded.at desc")
    List<Waiver> ofCase(CaseId caseId);
}
