package org.durumi.links;

import jakarta.data.repository.Insert;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
import jakarta.data.repository.Update;
import java.util.List;
import java.util.Optional;
import org.durumi.kernel.CaseId;

/** Stored merges. */
@Repository(provider = "Hibernate")
interface Merges {
    @Insert
    void add(Merge merge);

    @Update
    void save(Merge merge);

    /** Those in which a case was closed or stayed, the newest first. */
    @Query(
            "from Merge m where m.closedCaseId = :caseId or m.stayingCaseId = :caseId order by m.merged.at desc, m.id.value")
    List<Merge> of(CaseId caseId);

    /** Those that stand in which a case stayed. */
    @Query("from Merge m where m.stayingCaseId = :caseId and m.state = org.durumi.links.MergeState.STANDS")
    List<Merge> standingInto(CaseId caseId);

    /** What a case is closed by; empty if it is no duplicate. */
    @Query("from Merge m where m.closedCaseId = :caseId and m.state = org.durumi.links.MergeState.STANDS")
    Optional<Merge> standing(CaseId caseId);
}
