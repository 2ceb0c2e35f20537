package org.durumi.evidence;

import jakarta.data.repository.Insert;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
import jakarta.data.repository.Update;
import java.util.List;
import org.durumi.kernel.CaseId;
import org.hibernate.StatelessSession;

/** Stored claims and how they stand to each other. */
@Repository(provider = "Hibernate")
interface Claims {
    StatelessSession session();

    @Insert
    void add(Claim claim);

    @Update
    void save(Claim claim);

    /** Strikes a claim, and adds the one that stands in its place from now on: in this order, for only one stands. */
    default void correct(Claim wrong, Claim right) {
        session().update(wrong);
        session().insert(right);
    }

    @Insert
    void add(Overruling overruling);

    /** The earliest first. */
    @Query("from Overruling o where o.caseId = :caseId order by o.recorded.at, o.id.value")
    List<Overruling> overrulings(CaseId caseId);

    @Insert
    void add(ClaimRelation relation);

    @Update
    void save(ClaimRelation relation);

    /** Every claim of a case, corrected ones too. */
    @Query("from Claim c where c.caseId = :caseId order by c.recorded.at, c.id.value")
    List<Claim> claims(CaseId caseId);

    @Query("select count(c) from Claim c where c.caseId = :caseId and c.struck.at is null")
    long number(CaseId caseId);

    @Query("select count(r) from ClaimRelation r where r.caseId = :caseId and r.struck.at is null")
    long numberOfRelations(CaseId caseId);

    /** Every relation of a case, struck ones too. */
    @Query("from ClaimRelation r where r.caseId = :caseId order by r.recorded.at, r.id.value")
    List<ClaimRelation> relations(CaseId caseId);
}
