package org.durumi.files;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.EntryId;

/** Keeps chunks in the database: one backup holds everything, and one transaction stores all of a file or nothing. */
@ApplicationScoped
class DatabaseFileStore implements FileStore {
    @Inject
    Attachments rows;

    @Override
    public void add(Chunk chunk) {
        rows.add(chunk);
    }

    @Override
    public Optional<Chunk> chunk(CaseId caseId, EntryId file, int part, int number) {
        return rows.chunk(caseId, file, part, number);
    }

    @Override
    public long taken() {
        return rows.taken();
    }
}
