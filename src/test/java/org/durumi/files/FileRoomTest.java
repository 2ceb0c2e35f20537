package org.durumi.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.RuleViolation;
import org.durumi.settings.Setting;
import org.durumi.settings.Settings;
import org.junit.jupiter.api.Test;

class FileRoomTest {
    private static final long GIB = 1024L * 1024 * 1024;

    private final Attachment tenMib = FileFixtures.attached(CaseId.create(), 5 * 1024 * 1024);
    private long taken;

    private final FileRoom room = new FileRoom();

    FileRoomTest() {
        room.settings = new Settings() {
            @Override
            public ToIntFunction<Setting> together(Setting... several) {
                return Setting::usual;
            }
        };
        room.store = new FileStore() {
            @Override
            public void add(Chunk chunk) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Optional<Chunk> chunk(CaseId caseId, EntryId file, int part, int number) {
                return Optional.empty();
            }

            @Override
            public long taken() {
                return taken;
            }
        };
    }

    @Test
    void a_case_has_room_for_500_mib() {
        List<Attachment> almost = Collections.nCopies(49, tenMib);
        room.require(tenMib, almost);
        assertEquals("file.room.case", refused(Collections.nCopies(50, tenMib)));
    }

    @Test
    void all_cases_together_have_what_is_configured() {
        taken = 20 * GIB - tenMib.stored();
        room.require(tenMib, List.of());
        taken++;
        assertEquals("file.room.all", refused(List.of()));
    }

    private String refused(List<Attachment> stored) {
        RuleViolation broken = assertThrows(RuleViolation.class, () -> room.require(tenMib, stored));
        assertEquals("file", broken.field());
        return broken.messageKey();
    }
}
