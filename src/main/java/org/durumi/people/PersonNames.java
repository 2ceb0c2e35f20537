package org.durumi.people;

import jakarta.data.repository.Insert;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
import jakarta.data.repository.Update;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.durumi.jdbc.OneOf;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.ParticipantId;
import org.hibernate.StatelessSession;

/** Stored names and their index. */
@Repository(provider = "Hibernate")
interface PersonNames {
    StatelessSession session();

    @Insert
    void add(PersonName name);

    @Update
    void save(PersonName name);

    @Insert
    void add(IndexEntry entry);

    @Query("from PersonName n where n.caseId = :caseId and n.id = :id")
    Optional<PersonName> name(CaseId caseId, EntryId id);

    @Query("from PersonName n where n.caseId = :caseId order by n.recorded.at, n.id.value")
    List<PersonName> names(CaseId caseId);

    @Query("select count(n) from PersonName n where n.caseId = :caseId and n.participantId = :participant")
    long namesOf(CaseId caseId, ParticipantId participant);

    default List<PersonName> standing(Collection<UUID> caseIds) {
        return OneOf.query(
                        session(),
                        PersonName.class,
                        "from PersonName n where holds(:many, n.caseId.value) and n.struck.at is null",
                        caseIds)
                .getResultList();
    }
}
