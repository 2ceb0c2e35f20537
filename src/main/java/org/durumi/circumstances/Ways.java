package org.durumi.circumstances;

import jakarta.data.repository.Insert;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
import jakarta.data.repository.Update;
import java.util.List;
import java.util.Optional;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.ParticipantId;

/** Stored attempts, legs, devices and vulnerabilities. */
@Repository(provider = "Hibernate")
interface Ways {
    @Insert
    void add(Attempt attempt);

    @Update
    void save(Attempt attempt);

    @Query("from Attempt a where a.caseId = :caseId and a.id = :id")
    Optional<Attempt> attempt(CaseId caseId, EntryId id);

    @Query("from Attempt a where a.caseId = :caseId order by a.number, a.id.value")
    List<Attempt> attempts(CaseId caseId);

    @Query("select count(a) from Attempt a where a.participantId = :participant")
    long attemptsOf(ParticipantId participant);

    @Insert
    void add(Device device);

    @Update
    void save(Device device);

    @Query("from Device d where d.caseId = :caseId and d.id = :id")
    Optional<Device> device(CaseId caseId, EntryId id);

    @Query("from Device d where d.caseId = :caseId order by d.id.value")
    List<Device> devices(CaseId caseId);

    @Query("select count(d) from Device d where d.participantId = :participant")
    long devicesOf(ParticipantId participant);

    @Insert
    void add(Vulnerability vulnerability);

    @Update
    void save(Vulnerability vulnerability);

    @Query("from Vulnerability v where v.caseId = :caseId and v.id = :id")
    Optional<Vulnerability> vulnerability(CaseId caseId, EntryId id);

    @Query("from Vulnerability v where v.caseId = :caseId order by v.id.value")
    List<Vulnerability> vulnerabilities(CaseId caseId);

    @Query("select count(v) from Vulnerability v where v.participantId = :participant")
    long vulnerabilitiesOf(ParticipantId participant);

    @Insert
    void add(Leg leg);

    @Update
    void save(Leg leg);

    @Query("from Leg l where l.caseId = :caseId and l.id = :id")
    Optional<Leg> leg(CaseId caseId, EntryId id);

    @Query("from Leg l where l.caseId = :caseId order by l.recorded.at, l.id.value")
    List<Leg> legs(CaseId caseId);

    @Query("select count(l) from Leg l where l.caseId = :caseId")
    long numberOfLegs(CaseId caseId);
}
