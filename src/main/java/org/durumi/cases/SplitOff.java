package org.durumi.cases;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;
import org.durumi.kernel.CaseNumber;
import org.durumi.vault.CaseRow;
import org.durumi.vault.Recording;
import org.durumi.vault.SealedColumn;
import org.hibernate.annotations.Immutable;

/**
 * A case was split off from another. Everything in it that is older than itself was recorded there, and copied. From which, and
 * why, is sealed.
 */
@Entity
@Immutable
@Table(name = "split_off")
public class SplitOff extends CaseRow<SplitOff.Words> {
    private static final SealedColumn<Words> WORDS = new SealedColumn<>("split_off", "sealed", Words.class);

    record Words(CaseNumber from, String why) {}

    @SuppressWarnings("NullAway.Init")
    protected SplitOff() {
        super(WORDS); // Hibernate
    }

    private SplitOff(CaseFile file, CaseNumber from, String why, Recording recording) {
        super(WORDS, file.id());
        say(new Words(from, why), recording);
    }

    static SplitOff from(CaseNumber from, CaseFile file, String why, Recording recording) {
        return new SplitOff(file, from, why, recording);
    }

    @Override
    protected List<Object> inClear() {
        return List.of();
    }

    /** The case in which they were before. */
    public CaseNumber from() {
        return words().from();
    }

    public String why() {
        return words().why();
    }
}
