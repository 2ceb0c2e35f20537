package org.durumi.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.durumi.cases.CaseFixtures;
import org.durumi.cases.CorrectableRow;
import org.durumi.kernel.CaseId;
import org.durumi.vault.CaseKey;
import org.durumi.vault.WillNotOpen;
import org.junit.jupiter.api.Test;

class ChunkTest {
    private static final int SIZE = 2 * Chunk.SIZE + 5;

    private final CaseId caseId = CaseId.create();
    private final CaseKey key = CaseFixtures.by(CaseFixtures.HANEUL, caseId).key();
    private final Attachment file = FileFixtures.attached(caseId, SIZE);
    private final byte[] whole = FileFixtures.bytes(SIZE, 1);

    @Test
    void the_pieces_of_a_part_are_the_part() {
        assertEquals(3, Chunk.number(SIZE));
        byte[] again = new byte[SIZE];
        for (int piece = 0; piece < 3; piece++) {
            byte[] opened = Chunk.of(file, 0, piece, whole, key).open(file, 0, piece, key);
            System.arraycopy(opened, 0, again, piece * Chunk.SIZE, opened.length);
        }
        assertArrayEquals(whole, again);
    }

    @Test
    void a_part_of_nothing_and_a_full_one_are_one_piece() {
        assertEquals(
                List.of(1, 1, 1, 2),
                List.of(0, 1, Chunk.SIZE, Chunk.SIZE + 1).stream()
                        .map(Chunk::number)
                        .toList());
    }

    @Test
    void a_piece_opens_in_its_file_part_and_place_only() {
        Chunk second = Chunk.of(file, 0, 1, whole, key);

        assertThrows(WillNotOpen.class, () -> second.open(file, 0, 0, key), "another place");
        assertThrows(WillNotOpen.class, () -> second.open(file, 1, 1, key), "another part");
        assertThrows(
                WillNotOpen.class,
                () -> second.open(FileFixtures.attached(caseId, SIZE), 0, 1, key),
                "another file of the case");
        CaseId other = CaseId.create();
        assertThrows(
                WillNotOpen.class,
                () -> second.open(
                        FileFixtures.attached(other, SIZE),
                        0,
                        1,
                        CaseFixtures.by(CaseFixtures.HANEUL, other).key()),
                "another case");
    }

    /** A file of which the end was cut off says a smaller number of pieces. */
    @Test
    void a_piece_knows_how_many_there_are() {
        Attachment longer = FileFixtures.attached(caseId, SIZE + Chunk.SIZE);
        Attachment shorter = FileFixtures.attached(caseId, SIZE - Chunk.SIZE);
        Chunk first = Chunk.of(longer, 0, 0, Arrays.copyOf(whole, SIZE + Chunk.SIZE), key);
        assertThrows(WillNotOpen.class, () -> first.open(shorter, 0, 0, key));
    }

    @Test
    void the_room_that_a_file_takes_is_filled_up_so_that_it_tells_little() {
        assertEquals(0, FileFixtures.attached(caseId, 5).stored() % 4096);
        assertEquals(
                FileFixtures.attached(caseId, 1).stored(),
                FileFixtures.attached(caseId, 4096).stored());
        assertTrue(file.stored() >= 2L * SIZE);
    }

    @Test
    void a_file_says_what_it_is_and_can_be_taken_back_once() {
        assertEquals(
                List.of("a photo", FileKind.JPEG, SIZE, 1, 40, 30),
                List.of(file.title(), file.kind(), file.size(), file.pages(), file.width(), file.height()));

        file.strike("of another case", CaseFixtures.by(CaseFixtures.SEO, caseId));

        assertEquals("of another case", file.strikeReason());
        assertThrows(RuntimeException.class, () -> file.strike("again", CaseFixtures.by(CaseFixtures.SEO, caseId)));
        assertThrows(RuntimeException.class, () -> CorrectableRow.requireReason("reason", " "));
    }
}
