package org.durumi.cases;

import jakarta.data.repository.Insert;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.UserId;

/** Stored grants. */
@Repository(provider = "Hibernate")
interface Grants {
    @Insert
    void add(Grant grant);

    @Insert
    void add(GrantEnd end);

    /** What lets a person read a case at a moment. */
    @Query("from Grant g where g.caseId = :caseId and g.userId = :user and g.until is null and g.due > :now")
    List<Grant> standing(CaseId caseId, UserId user, Instant now);

    @Query("from Grant g where g.caseId = :caseId and g.id = :id")
    Optional<Grant> grant(CaseId caseId, EntryId id);

    /** The newest first. */
    @Query("from Grant g where g.caseId = :caseId order by g.given.at desc, g.id.value")
    List<Grant> of(CaseId caseId);
}
