package org.durumi.files;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.durumi.kernel.RuleViolation;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How much room there is for files: in a case, and in all. What was taken back takes room too. */
@ApplicationScoped
class FileRoom {
    private static final int MIB = 1024 * 1024;

    /** How much the files of a case may take. */
    static final int OF_A_CASE_MIB = 500;

    @Inject
    FileStore store;

    @Inject
    @ConfigProperty(name = "durumi.files.gib", defaultValue = "20")
    int gib;

    /**
     * @param stored the files of the case
     * @throws RuleViolation at «file» if there is no room for one more
     */
    void require(Attachment more, List<Attachment> stored) {
        long ofCase = stored.stream().mapToLong(Attachment::stored).sum();
        if (ofCase + more.stored() > (long) OF_A_CASE_MIB * MIB) {
            throw RuleViolation.at("file", "file.room.case", OF_A_CASE_MIB);
        } else if (store.taken() + more.stored() > gib * 1024L * MIB) {
            throw RuleViolation.at("file", "file.room.all");
        }
    }
}
