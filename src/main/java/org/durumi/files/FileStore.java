package org.durumi.files;

import java.util.Optional;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.EntryId;

/** Where the sealed chunks of files lie. It knows no key. */
interface FileStore {
    void add(Chunk chunk);

    /** Empty if there is none at this place. */
    Optional<Chunk> chunk(CaseId caseId, EntryId file, int part, int number);

    /** How many bytes the files of all cases take, whoever asks. */
    long taken();
}
