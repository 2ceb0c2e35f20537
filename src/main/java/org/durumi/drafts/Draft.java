package org.durumi.drafts;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.UserId;
import org.durumi.mac.MacUse;
import org.durumi.mac.Macs;
import org.durumi.vault.RowKey;
import org.durumi.vault.Sealed;
import org.durumi.vault.SealedColumn;
import org.hibernate.annotations.Immutable;

/**
 * The intake of a case, or a long form of one, that somebody has begun: what they typed so far, for them alone. It is no part of a case, and has a key of its
 * own, which lies wrapped in its row and is gone with it.
 */
@Entity
@Table(name = "draft")
public class Draft {
    static final String TABLE = "draft";

    /** A caseworker has no more of them. */
    static final int MOST = 20;

    /** From then on a supervisor of its owner's team is told that it waits. */
    static final Duration WAITS = Duration.ofDays(3);

    private static final SealedColumn<Words> TYPED = new SealedColumn<>(TABLE, "sealed", Words.class);

    @EmbeddedId
    private DraftId id;

    private UserId userId;

    @Immutable
    private CaseNumber number;

    private String address;

    @Immutable
    private int kekVersion;

    @Immutable
    private byte[] wrapped;

    private Sealed sealed;
    private Instant changedAt;
    private byte[] mac;

    @Version
    private int version;

    private record Words(List<Word> fields) {}

    private record Word(String field, List<String> values) {}

    protected Draft() {} // Hibernate

    /** Where its owner goes on with a form of a case: it says nothing of which. */
    static String ofForm(DraftId id) {
        return "/drafts/" + id + "/form";
    }

    /** Whether an address is of a form of a case, not of an intake. */
    static boolean isOfForm(String address) {
        return address.startsWith("/drafts/");
    }

    /** Whether it is of a form of this case. */
    boolean isFormOf(CaseNumber of) {
        return isForm() && number.equals(of);
    }

    boolean isForm() {
        return isOfForm(address);
    }

    /** @param number that its case will get, or of the case of whose form it is */
    static Draft begin(DraftId id, UserId owner, CaseNumber number, RowKey key) {
        Draft draft = new Draft();
        draft.id = id;
        draft.userId = owner;
        draft.number = number;
        draft.kekVersion = key.kekVersion();
        draft.wrapped = key.wrapped();
        return draft;
    }

    /**
     * From now on it says this.
     *
     * @param next where its owner goes on, a path of ours of ids and words of ours
     */
    Draft keep(Map<String, List<String>> typed, String next, Instant now, RowKey key, Macs macs) {
        Words words = new Words(new TreeMap<>(typed)
                .entrySet().stream()
                        .map(each -> new Word(each.getKey(), each.getValue()))
                        .toList());
        address = next;
        changedAt = now;
        sealed = TYPED.seal(words, id.value(), key, number, address, changedAt);
        return sign(macs);
    }

    /** From now on it is somebody else's, who goes on where it stopped. */
    void handTo(UserId other, Macs macs) {
        userId = other;
        sign(macs);
    }

    private Draft sign(Macs macs) {
        mac = macs.of(MacUse.DRAFT, values());
        return this;
    }

    /** Whether the application wrote it for this owner: else it is nobody's. */
    boolean isGenuine(Macs macs) {
        return macs.fits(mac, MacUse.DRAFT, values());
    }

    private Object[] values() {
        return new Object[] {id, userId, number, address, changedAt, sealed.bytes()};
    }

    int kekVersion() {
        return kekVersion;
    }

    byte[] wrapped() {
        return wrapped.clone();
    }

    /** @throws org.durumi.vault.WillNotOpen if somebody else changed it */
    Draft open(RowKey key) {
        sealed = TYPED.open(sealed, id.value(), key, number, address, changedAt);
        return this;
    }

    public DraftId id() {
        return id;
    }

    public UserId owner() {
        return userId;
    }

    public CaseNumber number() {
        return number;
    }

    /** Where its owner goes on. */
    public String address() {
        return address;
    }

    public Instant changedAt() {
        return changedAt;
    }

    /**
     * What was typed, field by field.
     *
     * @throws IllegalStateException if it was not opened
     */
    public Map<String, List<String>> typed() {
        Map<String, List<String>> typed = new LinkedHashMap<>();
        TYPED.read(sealed).fields().forEach(each -> typed.put(each.field(), each.values()));
        return typed;
    }
}
