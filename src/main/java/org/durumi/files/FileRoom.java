package org.durumi.files;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.ToIntFunction;
import org.durumi.kernel.RuleViolation;
import org.durumi.settings.Setting;
import org.durumi.settings.Settings;

/** How much room there is for files: in a case, and in all. What was taken back takes room too. */
@ApplicationScoped
class FileRoom {
    private static final int MIB = 1024 * 1024;

    @Inject
    FileStore store;

    @Inject
    Settings settings;

    /**
     * @param stored the files of the case
     * @throws RuleViolation at «file» if there is no room for one more
     */
    void require(Attachment more, List<Attachment> stored) {
        ToIntFunction<Setting> room = settings.together(Setting.FILES_OF_A_CASE, Setting.FILES_OF_ALL);
        int ofACase = room.applyAsInt(Setting.FILES_OF_A_CASE);
        long ofCase = stored.stream().mapToLong(Attachment::stored).sum();
        if (ofCase + more.stored() > (long) ofACase * MIB) {
            throw RuleViolation.at("file", "file.room.case", ofACase);
        } else if (store.taken() + more.stored() > room.applyAsInt(Setting.FILES_OF_ALL) * 1024L * MIB) {
            throw RuleViolation.at("file", "file.room.all");
        }
    }
}
