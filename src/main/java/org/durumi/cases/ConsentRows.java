package org.durumi.cases;

import jakarta.data.repository.Insert;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
import jakarta.data.repository.Update;
import java.util.List;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.ParticipantId;

/** Stored consents. */
@Repository(provider = "Hibernate")
interface ConsentRows {
    @Insert
    void add(Consent consent);

    @Update
    void save(Consent consent);

    @Query("from Consent c where c.caseId = :caseId order by c.recorded.at, c.id.value")
    List<Consent> consents(CaseId caseId);

    @Query("select count(c) from Consent c where c.participantId = :participant")
    long consentsOf(ParticipantId participant);
}
