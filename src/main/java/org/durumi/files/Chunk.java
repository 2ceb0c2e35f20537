package org.durumi.files;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Arrays;
import java.util.List;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.EntryId;
import org.durumi.vault.CaseKey;
import org.durumi.vault.Sealed;
import org.durumi.vault.SealedBytes;
import org.durumi.vault.WillNotOpen;
import org.hibernate.annotations.Immutable;

/**
 * A piece of a part of a file, sealed beside where it belongs and how many there are: it opens in its file and at its place only,
 * and none can be left out at the end.
 */
@Entity
@Immutable
@Table(name = "attachment_chunk")
public class Chunk {
    /** How many bytes of a part one holds. */
    static final int SIZE = 256 * 1024;

    /** What is sealed is filled up to a multiple of so many bytes. */
    private static final int STEP = 4096;

    private static final SealedBytes BYTES = new SealedBytes("attachment_chunk", "sealed", STEP);

    @EmbeddedId
    private EntryId id;

    private CaseId caseId;
    private EntryId file;
    private int part;
    private int number;
    private Sealed sealed;

    /** A stored chunk, which Hibernate fills. */
    @SuppressWarnings("NullAway.Init")
    protected Chunk() {}

    private Chunk(Attachment owner, int part, int number, byte[] whole, CaseKey key) {
        this.id = EntryId.create();
        this.caseId = owner.caseId();
        this.file = owner.id();
        this.part = part;
        this.number = number;
        int from = number * SIZE;
        byte[] piece = Arrays.copyOfRange(whole, from, Math.min(from + SIZE, whole.length));
        this.sealed = BYTES.seal(piece, id.value(), key, bound(owner, part, number));
    }

    /** In which file and part, at which place, and of how many. */
    private static Object[] bound(Attachment owner, int part, int number) {
        return new Object[] {owner.id(), part, number, number(owner.length(part))};
    }

    static Chunk of(Attachment owner, int part, int number, byte[] whole, CaseKey key) {
        return new Chunk(owner, part, number, whole, key);
    }

    /** How many chunks a part of so many bytes has: at least one. */
    static int number(int length) {
        return Math.max(1, (length + SIZE - 1) / SIZE);
    }

    /** How many bytes files of these lengths take, filled up. */
    static long roomFor(List<Integer> lengths) {
        return lengths.stream()
                .mapToLong(each -> (each + STEP - 1L) / STEP * STEP)
                .sum();
    }

    /**
     * What it holds, as a piece of this part and at this place.
     *
     * @throws WillNotOpen if it was changed, or stood at another place, in another part, file or case
     */
    byte[] open(Attachment owner, int asPart, int asNumber, CaseKey key) {
        return BYTES.open(sealed, id.value(), key, bound(owner, asPart, asNumber));
    }
}
