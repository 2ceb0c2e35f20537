package org.durumi.cases;

import jakarta.data.repository.Insert;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
import jakarta.data.repository.Update;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.durumi.jdbc.OneOf;
import org.durumi.kernel.BrokerId;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.TeamId;
import org.durumi.vault.CaseKey;
import org.hibernate.StatelessSession;

/** Stored participants and the entries of their journeys. */
@Repository(provider = "Hibernate")
interface Journeys {
    StatelessSession session();

    @Insert
    void add(Participant participant);

    @Update
    void save(Participant participant);

    @Insert
    void append(StageEntry entry);

    @Update
    void save(StageEntry entry);

    @Query("from Participant p where p.caseId = :caseId and p.id = :id")
    Optional<Participant> participant(CaseId caseId, ParticipantId id);

    @Query("from Participant p where p.caseId = :caseId order by length(p.label), p.label")
    List<Participant> participants(CaseId caseId);

    /** Everybody who is or was in an opened case, by label; who is out is so by the application. */
    default List<Participant> everyone(CaseFile file) {
        return participants(file.id()).stream()
                .map(each -> each.verified(file.keyToVerify()))
                .toList();
    }

    default List<Participant> participants(Collection<UUID> ids) {
        return OneOf.query(session(), Participant.class, "from Participant p where holds(:many, p.id.value)", ids)
                .getResultList();
    }

    @Query("from StageEntry e where e.caseId = :caseId and e.id = :id")
    Optional<StageEntry> entry(CaseId caseId, EntryId id);

    /** Every entry of a case, struck ones too, in the order of the journeys. */
    @Query("from StageEntry e where e.caseId = :caseId order by e.position, e.recorded.at, e.id.value")
    List<StageEntry> entries(CaseId caseId);

    /** The cases in which an entry that stands names this broker: who left with them has further entries. */
    @Query("select distinct e.caseId.value from StageEntry e where e.brokerId = :broker and e.struck.at is null")
    List<UUID> casesWith(BrokerId broker);

    /** The entries of a participant that stand, opened, in the order of the journey. */
    default StandingEntries journey(ParticipantId participant, CaseKey key) {
        return new StandingEntries(key.opened(standing(participant)));
    }

    @Query("from StageEntry e where e.participantId = :participant and e.struck.at is null order by e.position")
    List<StageEntry> standing(ParticipantId participant);

    /** The rows of one kind that wait in a team, the oldest first, without the letters of those whom they concern. */
    default <R extends CorrectableRow<?, ?>> List<WaitingEntry<R>> waiting(
            Class<? extends R> kind, TeamId team, int most) {
        return session()
                .createSelectionQuery(
                        "select f.number, e from " + kind.getSimpleName() + " e join CaseFile f on f.id = e.caseId"
                                + " where e.confirmation = org.durumi.cases.Confirmation.WAITING and e.struck.at is null"
                                + " and f.teamId = :team and f.erasedAt is null order by e.recorded.at, e.id.value",
                        Object[].class)
                .setParameter("team", team)
                .setMaxResults(most)
                .getResultStream()
                .map(row -> new WaitingEntry<R>((CaseNumber) row[0], "", kind.cast(row[1])))
                .toList();
    }
}
