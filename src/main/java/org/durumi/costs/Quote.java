package org.durumi.costs;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.durumi.cases.CaseFile;
import org.durumi.kernel.BrokerId;
import org.durumi.kernel.ChangedMeanwhile;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.Money;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.Signed;
import org.durumi.vault.CaseRow;
import org.durumi.vault.Recording;
import org.durumi.vault.SealedColumn;
import org.jspecify.annotations.Nullable;

/**
 * What a broker asks, with the norm of its day frozen into it. Open, then accepted or rejected; an open quote expires with
 * its last day. What is promised for it, and the equivalent, are sealed.
 */
@Entity
@Table(name = "quote")
public class Quote extends CaseRow<Quote.Words> {
    private static final SealedColumn<Words> WORDS = new SealedColumn<>("quote", "sealed", Words.class);

    private BrokerId brokerId;
    private UUID[] participants;

    @Enumerated(EnumType.STRING)
    private PriceBasis basis;

    private BigDecimal amount;
    private Currency currency;
    private @Nullable Integer upfrontShare;
    private LocalDate obtainedOn;
    private @Nullable LocalDate validUntil;

    @Enumerated(EnumType.STRING)
    private ObtainedHow obtainedHow;

    @Enumerated(EnumType.STRING)
    private QuoteState state;

    private @Nullable EntryId normId;
    private @Nullable BigDecimal normLow;
    private @Nullable BigDecimal normHigh;
    private @Nullable Integer deviation;
    private @Nullable Signed decided;

    record Words(String statedEquivalent, String services) {}

    protected Quote() {
        super(WORDS); // Hibernate
    }

    private Quote(CaseFile file, NewQuote known, Recording recording) {
        super(
                WORDS,
                file.id(),
                new Words(known.statedEquivalent(), known.services().strip()),
                recording);
        brokerId = known.broker();
        participants =
                known.participants().stream().map(ParticipantId::value).sorted().toArray(UUID[]::new);
        basis = known.basis();
        amount = known.amount().amount();
        currency = known.amount().currency();
        upfrontShare = known.upfrontShare().orElse(null);
        obtainedOn = known.obtainedOn();
        validUntil = known.validUntil().orElse(null);
        obtainedHow = known.obtainedHow();
        state = QuoteState.OPEN;
    }

    /**
     * Records a quote and freezes the norm with it.
     *
     * @param norm the norm of its route, day and currency; empty if there is none
     * @throws RuleViolation at the field that contradicts another
     */
    static Quote record(CaseFile file, NewQuote known, Optional<NormPrice> norm, Recording recording, LocalDate today) {
        check(known, today);
        Quote quote = new Quote(file, known, recording);
        norm.ifPresent(quote::freeze);
        return quote;
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

    private void freeze(NormPrice norm) {
        normId = norm.id();
        normLow = norm.low().amount();
        normHigh = norm.high().map(Money::amount).orElse(null);
        deviation = norm.norm().deviationOf(asked().perPerson());
    }

    /**
     * Accepts the quote.
     *
     * @throws ChangedMeanwhile if the version is not the one that was seen
     * @throws RuleViolation if it is no longer open
     */
    void accept(int seen, Signed who, LocalDate today) {
        decide(QuoteState.ACCEPTED, seen, who, today);
    }

    /**
     * Rejects the quote; an accepted one may be rejected too, if nothing came of it.
     *
     * @throws ChangedMeanwhile if the version is not the one that was seen
     * @throws RuleViolation if it was rejected already
     */
    void reject(int seen, Signed who, LocalDate today) {
        decide(QuoteState.REJECTED, seen, who, today);
    }

    private void decide(QuoteState decision, int seen, Signed who, LocalDate today) {
        requireUnchanged(seen);
        QuoteState standing = stateOn(today);
        boolean possible =
                decision == QuoteState.ACCEPTED ? standing == QuoteState.OPEN : standing != QuoteState.REJECTED;
        if (!possible) {
            throw new RuleViolation("quote.not-open", standing);
        }
        state = decision;
        decided = who;
    }

    /** What became of it by that day: an open quote expires with its last day. */
    public QuoteState stateOn(LocalDate day) {
        return state == QuoteState.OPEN && validUntil != null && validUntil.isBefore(day) ? QuoteState.EXPIRED : state;
    }

    public BrokerId broker() {
        return brokerId;
    }

    /** Those for whom it is. */
    public Set<ParticipantId> participants() {
        return Arrays.stream(participants).map(ParticipantId::new).collect(Collectors.toUnmodifiableSet());
    }

    public AskedPrice asked() {
        return new AskedPrice(new Money(amount, currency), basis, participants.length);
    }

    public Money perPerson() {
        return asked().perPerson();
    }

    /** What the source gave as equivalent, exactly as written; may be empty. */
    public String statedEquivalent() {
        return words().statedEquivalent();
    }

    /** In per cent; empty if not known. */
    public Optional<Integer> upfrontShare() {
        return Optional.ofNullable(upfrontShare);
    }

    public String services() {
        return words().services();
    }

    public LocalDate obtainedOn() {
        return obtainedOn;
    }

    public Optional<LocalDate> validUntil() {
        return Optional.ofNullable(validUntil);
    }

    public ObtainedHow obtainedHow() {
        return obtainedHow;
    }

    /** The norm that was frozen with it; empty if none fitted its route, day and currency. */
    public Optional<Norm> norm() {
        return normLow == null
                ? Optional.empty()
                : Optional.of(new Norm(
                        new Money(normLow, currency),
                        Optional.ofNullable(normHigh).map(high -> new Money(high, currency))));
    }

    /** How far the price per person lies from the low norm, in whole per cent; empty without a norm. */
    public Optional<Integer> deviation() {
        return Optional.ofNullable(deviation);
    }

    /** Who accepted or rejected it; empty while it is open. */
    public Optional<Signed> decided() {
        return Optional.ofNullable(decided);
    }
}
