package org.durumi.cases;

import jakarta.data.repository.Insert;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
import jakarta.data.repository.Update;
import java.util.List;
import java.util.Optional;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.ParticipantId;

/** Stored acts by which somebody was taken out of a case, and from which cases others were split off. */
@Repository(provider = "Hibernate")
interface Leavings {
    @Insert
    void add(TakenOut act);

    @Update
    void save(TakenOut act);

    @Insert
    void add(SplitOff split);

    /** Every act of a case, those that were taken back too, the newest first. */
    @Query("from TakenOut t where t.caseId = :caseId order by t.recorded.at desc, t.id.value")
    List<TakenOut> takenOut(CaseId caseId);

    /** By which somebody is out. */
    @Query("from TakenOut t where t.caseId = :caseId and t.participantId = :participant and t.putBack.at is null")
    Optional<TakenOut> standing(CaseId caseId, ParticipantId participant);

    @Query("from SplitOff s where s.caseId = :caseId")
    Optional<SplitOff> splitOff(CaseId caseId);
}
