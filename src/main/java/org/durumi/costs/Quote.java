package org.durumi.costs;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.durumi.cases.CaseFile;
import org.durumi.kernel.BrokerId;
import org.durumi.kernel.ChangedMeanwhile;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.Money;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.Signed;
import org.durumi.vault.ChangingRow;
import org.durumi.vault.Nothing;
import org.durumi.vault.Recording;
import org.durumi.vault.RowCopy;
import org.durumi.vault.SealedColumn;
import org.jspecify.annotations.Nullable;

/**
 * What a broker asks, with the norm of its day frozen into it. Open, then accepted or rejected; an open quote expires with
 * its last day. What is promised for it, and the equivalent, are sealed.
 */
@Entity
@Table(name = "quote")
public class Quote extends ChangingRow<Quote.Words, Nothing> {
    private static final SealedColumn<Words> WORDS = new SealedColumn<>("quote", "sealed", Words.class);
    private static final SealedColumn<Nothing> STATE = new SealedColumn<>("quote", "sealed_state", Nothing.class);

    private BrokerId brokerId;

    @Enumerated(EnumType.STRING)
    private QuoteState state;

    private @Nullable Signed decided;

    /**
     * @param norm with which it was compared; empty if none fitted
     * @param normId which that was
     * @param persons for how many persons it was asked, if some of them are in another case; empty if all are in this one
     */
    record Words(NewQuote known, Optional<Norm> norm, Optional<EntryId> normId, Optional<Integer> persons) {}

    protected Quote() {
        super(WORDS, STATE); // Hibernate
    }

    private Quote(
            CaseFile file, NewQuote known, Optional<NormPrice> norm, Optional<Integer> persons, Recording recording) {
        super(WORDS, STATE, file.id());
        brokerId = known.broker();
        state = QuoteState.OPEN;
        say(new Words(known, norm.map(NormPrice::norm), norm.map(NormPrice::id), persons), recording);
        keep(new Nothing(), recording.key());
    }

    /** Whether it goes with those who go into another case: it still stands for a price, and is for one of them. */
    boolean goes(RowCopy copy) {
        return (state == QuoteState.OPEN || state == QuoteState.ACCEPTED) && copy.takesSome(participants());
    }

    /** For those who go, at the price that was asked for all. */
    @Override
    protected Words inCopy(Words said, RowCopy copy) {
        Set<ParticipantId> who = copy.of(said.known().participants());
        int all = asked().persons();
        return new Words(
                said.known().of(who),
                said.norm(),
                said.normId(),
                Optional.of(all).filter(persons -> said.known().basis() == PriceBasis.TOTAL && persons > who.size()));
    }

    @Override
    protected void columnsInCopy(RowCopy copy) {
        // A broker is known to the whole team.
    }

    @Override
    protected List<Object> inClear() {
        return List.of(brokerId);
    }

    @Override
    protected List<Object> stateInClear() {
        return List.of(state, decided().map(Signed::by), decided().map(Signed::at));
    }

    /**
     * Records a quote and freezes the norm with it.
     *
     * @param norm the norm of its route, day and currency; empty if there is none
     * @throws RuleViolation at the field that contradicts another
     */
    static Quote record(CaseFile file, NewQuote known, Optional<NormPrice> norm, Recording recording, LocalDate today) {
        check(known, today);
        return new Quote(file, known, norm, Optional.empty(), recording);
    }

    private static void check(NewQuote known, LocalDate today) {
        if (known.amount().amount().signum() == 0) {
            throw RuleViolation.at("amount", "quote.amount.zero");
        }
        if (known.obtainedOn().isAfter(today)) {
            throw RuleViolation.at("obtainedOn", "quote.obtained.future");
        }
        if (known.validUntil()
                .filter(until -> until.isBefore(known.obtainedOn()))
                .isPresent()) {
            throw RuleViolation.at("validUntil", "quote.valid.order");
        }
    }

    /**
     * Accepts the quote.
     *
     * @throws ChangedMeanwhile if the version is not the one that was seen
     * @throws RuleViolation if it is no longer open
     */
    void accept(int seen, Recording recording, LocalDate today) {
        decide(QuoteState.ACCEPTED, seen, recording, today);
    }

    /**
     * Rejects the quote; an accepted one may be rejected too, if nothing came of it.
     *
     * @throws ChangedMeanwhile if the version is not the one that was seen
     * @throws RuleViolation if it was rejected already
     */
    void reject(int seen, Recording recording, LocalDate today) {
        decide(QuoteState.REJECTED, seen, recording, today);
    }

    /**
     * Takes over a norm that was entered later: the same quote, compared with it, takes the place of this one, which stays.
     *
     * @throws ChangedMeanwhile if the version is not the one that was seen
     * @throws RuleViolation if it is no longer open
     */
    Quote comparedWith(NormPrice later, CaseFile file, int seen, Recording recording, LocalDate today) {
        Words before = words();
        decide(QuoteState.REPLACED, seen, recording, today);
        return new Quote(file, before.known(), Optional.of(later), before.persons(), recording);
    }

    /** Whether it was compared with exactly this norm. */
    boolean wasComparedWith(NormPrice norm) {
        return words().normId().filter(norm.id()::equals).isPresent();
    }

    private void decide(QuoteState decision, int seen, Recording recording, LocalDate today) {
        requireUnchanged(seen);
        QuoteState standing = stateOn(today);
        boolean possible = standing == QuoteState.OPEN
                || decision == QuoteState.REJECTED
                        && standing != QuoteState.REJECTED
                        && standing != QuoteState.REPLACED;
        if (!possible) {
            throw new RuleViolation("quote.not-open", standing);
        }
        state = decision;
        decided = recording.signed();
        keep(new Nothing(), recording.key());
    }

    /** What became of it by that day: an open quote expires with its last day. */
    public QuoteState stateOn(LocalDate day) {
        boolean over = validUntil().filter(until -> until.isBefore(day)).isPresent();
        return state == QuoteState.OPEN && over ? QuoteState.EXPIRED : state;
    }

    public BrokerId broker() {
        return brokerId;
    }

    /** Those for whom it is. */
    public Set<ParticipantId> participants() {
        return words().known().participants();
    }

    public AskedPrice asked() {
        NewQuote known = words().known();
        return new AskedPrice(
                known.amount(),
                known.basis(),
                words().persons().orElse(known.participants().size()));
    }

    public Money perPerson() {
        return asked().perPerson();
    }

    /** What the source gave as equivalent, exactly as written; may be empty. */
    public String statedEquivalent() {
        return words().known().statedEquivalent();
    }

    /** In per cent; empty if not known. */
    public Optional<Integer> upfrontShare() {
        return words().known().upfrontShare();
    }

    public String services() {
        return words().known().services();
    }

    public LocalDate obtainedOn() {
        return words().known().obtainedOn();
    }

    public Optional<LocalDate> validUntil() {
        return words().known().validUntil();
    }

    public ObtainedHow obtainedHow() {
        return words().known().obtainedHow();
    }

    /** The norm that was frozen with it; empty if none fitted its route, day and currency. */
    public Optional<Norm> norm() {
        return words().norm();
    }

    /** How far the price per person lies from the low norm, in whole per cent; empty without a norm. */
    public Optional<Integer> deviation() {
        return norm().map(norm -> norm.deviationOf(perPerson()));
    }

    /** Who accepted or rejected it; empty while it is open. */
    public Optional<Signed> decided() {
        return Optional.ofNullable(decided);
    }
}
