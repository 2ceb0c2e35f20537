package org.durumi.cases;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.durumi.kernel.RuleViolation;
import org.durumi.vault.CaseRow;
import org.durumi.vault.Recording;
import org.durumi.vault.SealedColumn;
import org.hibernate.annotations.Immutable;

/**
 * Until when a closed case is kept: as the rule of its closing says, or as a supervisor decided who reviewed it. It is written
 * once; of several the last counts.
 */
@Entity
@Immutable
@Table(name = "retention")
public class Retention extends CaseRow<Retention.Words> {
    /** Nobody decides for longer. */
    static final int LONGEST_YEARS = 10;

    private static final SealedColumn<Words> WORDS = new SealedColumn<>("retention", "sealed", Words.class);

    private LocalDate keepUntil;

    /** Why; empty if the rule of its closing says so. */
    record Words(Optional<String> why) {}

    @SuppressWarnings("NullAway.Init")
    protected Retention() {
        super(WORDS); // Hibernate
    }

    private Retention(CaseFile file, LocalDate keepUntil, Optional<String> why, Recording recording) {
        super(WORDS, file.id());
        this.keepUntil = keepUntil;
        say(new Words(why), recording);
    }

    /** As long as cases are kept that are closed for this reason, on the day on which it is. */
    static Retention byRule(CaseFile file, int years, LocalDate closed, Recording recording) {
        return new Retention(file, closed.plusYears(years), Optional.empty(), recording);
    }

    /** @throws RuleViolation at «keepUntil» if that day is not after today, or more than ten years ahead */
    static Retention decided(CaseFile file, NewRetention told, LocalDate today, Recording recording) {
        if (!told.keepUntil().isAfter(today)) {
            throw RuleViolation.at("keepUntil", "retention.keep-until.past");
        }
        if (told.keepUntil().isAfter(today.plusYears(LONGEST_YEARS))) {
            throw RuleViolation.at("keepUntil", "retention.keep-until.far", LONGEST_YEARS);
        }
        return new Retention(file, told.keepUntil(), Optional.of(told.why().strip()), recording);
    }

    @Override
    protected List<Object> inClear() {
        return List.of(keepUntil);
    }

    /** The day on which somebody asks whether it still has to be kept. */
    public LocalDate keepUntil() {
        return keepUntil;
    }

    /** Empty if the rule of its closing says so. */
    public Optional<String> why() {
        return words().why();
    }
}
