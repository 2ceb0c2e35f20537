package org.durumi.files;

import jakarta.data.repository.Insert;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
import jakarta.data.repository.Update;
import java.util.List;
import java.util.Optional;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.EntryId;
import org.hibernate.StatelessSession;

/** Stored files of cases, and their chunks. */
@Repository(provider = "Hibernate")
interface Attachments {
    StatelessSession session();

    @Insert
    void add(Attachment attachment);

    @Update
    void save(Attachment attachment);

    @Insert
    void add(Chunk chunk);

    /** All of a case, what was taken back too, the newest first. */
    @Query("from Attachment a where a.caseId = :caseId order by a.recorded.at desc, a.id.value")
    List<Attachment> attachments(CaseId caseId);

    @Query("select count(a) from Attachment a where a.caseId = :caseId and a.struck.at is null")
    long number(CaseId caseId);

    @Query("from Chunk c where c.caseId = :caseId and c.file = :file and c.part = :part and c.number = :number")
    Optional<Chunk> chunk(CaseId caseId, EntryId file, int part, int number);

    /** How many bytes the files of all cases take: a sum that the database tells to everybody. */
    default long taken() {
        return session()
                .createNativeQuery("select room_taken_by_files()", Long.class)
                .getSingleResult();
    }
}
