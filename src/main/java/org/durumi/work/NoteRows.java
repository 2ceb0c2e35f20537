package org.durumi.work;

import jakarta.data.repository.Insert;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
import java.util.List;
import org.durumi.kernel.CaseId;
import org.hibernate.StatelessSession;

/** Stored notes, contacts and addenda. */
@Repository(provider = "Hibernate")
interface NoteRows {
    StatelessSession session();

    @Insert
    void add(Note note);

    /** Strikes a note, and adds the one that stands in its place from now on: in this order, for only one stands. */
    default void change(Note wrong, Note right) {
        session().update(wrong);
        session().insert(right);
    }

    /** All of a case, addenda and what was changed too. */
    @Query("from Note n where n.caseId = :caseId order by n.recorded.at, n.id.value")
    List<Note> notes(CaseId caseId);

    @Query("select count(n) from Note n where n.caseId = :caseId and n.addendumTo is null and n.struck.at is null")
    long number(CaseId caseId);
}
