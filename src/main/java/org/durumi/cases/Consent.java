package org.durumi.cases;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.Signed;
import org.durumi.kernel.UserId;
import org.durumi.kernel.VisibleText;
import org.durumi.vault.ChangingRow;
import org.durumi.vault.Recording;
import org.durumi.vault.RowCopy;
import org.durumi.vault.SealedColumn;
import org.jspecify.annotations.Nullable;

/**
 * A participant agreed to one purpose, said no, or could not be asked. It is never changed; a later act withdraws it or strikes
 * what was recorded by mistake, and another consent may follow.
 */
@Entity
@Table(name = "consent")
public class Consent extends ChangingRow<Consent.Words, Consent.Withdrawal> {
    private static final SealedColumn<Words> WORDS = new SealedColumn<>("consent", "sealed", Words.class);
    private static final SealedColumn<Withdrawal> STATE =
            new SealedColumn<>("consent", "sealed_state", Withdrawal.class);

    private ParticipantId participantId;

    private @Nullable Signed withdrawn;

    private @Nullable Signed struck;

    record Words(
            ConsentPurpose purpose,
            ConsentForm form,
            PartialDate given,
            Optional<LocalDate> validUntil,
            String withhold,
            String legalBasis) {}

    /** When it was taken back and why, and why it was struck; empty while it was not. */
    record Withdrawal(Optional<LocalDate> on, String why, String strikeReason) {}

    protected Consent() {
        super(WORDS, STATE); // Hibernate
    }

    private Consent(CaseId caseId, ParticipantId who, ConsentPurpose purpose, NewConsent told, Recording recording) {
        super(WORDS, STATE, caseId);
        this.participantId = who;
        say(
                new Words(purpose, told.form(), told.given(), told.validUntil(), told.withhold(), told.legalBasis()),
                recording);
        keep(new Withdrawal(Optional.empty(), "", ""), recording.key());
    }

    @Override
    protected void columnsInCopy(RowCopy copy) {
        participantId = copy.of(participantId);
    }

    @Override
    protected List<Object> inClear() {
        return List.of(participantId);
    }

    @Override
    protected List<Object> stateInClear() {
        // What was sealed before anything could be struck stays readable.
        Stream<Object> withdrawal =
                Stream.of(withdrawn().map(Signed::by), withdrawn().map(Signed::at));
        Stream<Object> strike = struck().stream().flatMap(each -> Stream.of(each.by(), each.at()));
        return Stream.concat(withdrawal, strike).toList();
    }

    /**
     * One for each purpose.
     *
     * @param today it was given by then
     * @throws RuleViolation at the field that contradicts another
     */
    static List<Consent> record(
            CaseId caseId, ParticipantId who, NewConsent told, Recording recording, LocalDate today) {
        check(told, today);
        return told.purposes().stream()
                .sorted()
                .map(each -> new Consent(caseId, who, each, told, recording))
                .toList();
    }

    private static void check(NewConsent told, LocalDate today) {
        if (told.given().isAfter(today)) {
            throw RuleViolation.at("given", "consent.given.future");
        }
        if (told.validUntil().filter(told.given()::isAfter).isPresent()) {
            throw RuleViolation.at("validUntil", "consent.valid-until.before-given");
        }
        boolean impossible = told.form() == ConsentForm.IMPOSSIBLE;
        if (impossible && VisibleText.isEmpty(told.legalBasis())) {
            throw RuleViolation.at("legalBasis", "consent.legal-basis.missing");
        }
        if (!impossible && !VisibleText.isEmpty(told.legalBasis())) {
            throw RuleViolation.at("legalBasis", "consent.legal-basis.not-needed");
        }
        if (told.form() == ConsentForm.REFUSED && told.validUntil().isPresent()) {
            throw RuleViolation.at("validUntil", "consent.refused.nothing-else");
        }
        if (told.form() == ConsentForm.REFUSED && !VisibleText.isEmpty(told.withhold())) {
            throw RuleViolation.at("withhold", "consent.refused.nothing-else");
        }
        if (impossible && !told.purposes().stream().allMatch(ConsentPurpose::mayRestOnLaw)) {
            throw RuleViolation.at("form", "consent.never-without-asking", ConsentPurpose.MEDIA, ConsentPurpose.PHOTO);
        }
    }

    /**
     * Takes it back.
     *
     * @param today it was taken back by then
     * @throws RuleViolation if it was already, or at the day if that has not come or lies before it was given
     */
    void withdraw(NewWithdrawal told, Recording recording, LocalDate today) {
        requireStanding();
        if (isRefusal()) {
            throw new RuleViolation("consent.withdrawn.refusal");
        }
        if (withdrawn != null) {
            throw new RuleViolation("consent.withdrawn.already");
        }
        if (told.withdrawnOn().isAfter(today)) {
            throw RuleViolation.at("withdrawnOn", "consent.withdrawn.future");
        }
        if (given().isAfter(told.withdrawnOn())) {
            throw RuleViolation.at("withdrawnOn", "consent.withdrawn.before-given");
        }
        withdrawn = recording.signed();
        keep(new Withdrawal(Optional.of(told.withdrawnOn()), told.why(), ""), recording.key());
    }

    /**
     * It was recorded by mistake: it is struck, stays visible, and counts for nothing any more.
     *
     * @throws RuleViolation if it was struck already, or at «why» if nobody can see a reason
     */
    void strike(String why, Recording recording) {
        requireStanding();
        CorrectableRow.requireReason("why", why);
        struck = recording.signed();
        keep(new Withdrawal(withdrawnOn(), whyWithdrawn(), why.strip()), recording.key());
    }

    private void requireStanding() {
        if (!stands()) {
            throw new RuleViolation("entry.struck");
        }
    }

    /** Whether taking another one back on a day takes this one back too: it is for the same, and was not given later. */
    boolean endsWith(Consent other, LocalDate day) {
        return withdrawn == null
                && stands()
                && !isRefusal()
                && !id().equals(other.id())
                && purpose() == other.purpose()
                && participantId.equals(other.participantId)
                && !given().isAfter(day);
    }

    /**
     * Whether a «no» of the same person to the same purpose ends it: unless it was surely given after that, or recorded after it
     * and may have been.
     */
    boolean isEndedBy(Consent refusal) {
        return refusal.isRefusal()
                && refusal.stands()
                && !isRefusal()
                && purpose() == refusal.purpose()
                && participantId.equals(refusal.participantId)
                && !given().isAfter(refusal.given().latest())
                && !(given().agreesWith(refusal.given())
                        && recorded().at().isAfter(refusal.recorded().at()));
    }

    /** Whether they said no. */
    public boolean isRefusal() {
        return form() == ConsentForm.REFUSED;
    }

    /** Whether it counts: it was not struck as a mistake. */
    public boolean stands() {
        return struck == null;
    }

    /** What it permits on a day by itself; a later «no» is not asked for. */
    public Permission on(LocalDate day) {
        if (isRefusal()) {
            return Permission.REFUSED;
        } else if (withdrawn != null) {
            return Permission.WITHDRAWN;
        } else if (validUntil().filter(last -> last.isBefore(day)).isPresent()) {
            return Permission.EXPIRED;
        }
        return withhold().isEmpty() ? Permission.PERMITTED : Permission.IN_PART;
    }

    /** Whether it surely held on a day that may be over: it was given by then, and neither expired nor taken back. */
    boolean held(LocalDate day, ZoneId zone) {
        return stands()
                && !isRefusal()
                && !givenBy(zone).isAfter(day)
                && validUntil().filter(last -> last.isBefore(day)).isEmpty()
                && withdrawnOn().filter(end -> !end.isAfter(day)).isEmpty();
    }

    public ParticipantId participant() {
        return participantId;
    }

    public ConsentPurpose purpose() {
        return words().purpose();
    }

    public ConsentForm form() {
        return words().form();
    }

    public PartialDate given() {
        return words().given();
    }

    /** By which day it was surely given: the last that is possible, and not after it was recorded. */
    private LocalDate givenBy(ZoneId zone) {
        LocalDate recorded = LocalDate.ofInstant(recorded().at(), zone);
        return given().latest().isBefore(recorded) ? given().latest() : recorded;
    }

    /** The last day on which it counts; empty if it has no end. */
    public Optional<LocalDate> validUntil() {
        return words().validUntil();
    }

    /** What is withheld from whom, and why; may be empty. */
    public String withhold() {
        return words().withhold();
    }

    /** On what it rests where nobody could be asked; else empty. */
    public String legalBasis() {
        return words().legalBasis();
    }

    /** Who recorded that it was taken back, and when; empty while it was not. */
    public Optional<Signed> withdrawn() {
        return Optional.ofNullable(withdrawn);
    }

    /** The day on which it was taken back; empty while it was not. */
    public Optional<LocalDate> withdrawnOn() {
        return became().on();
    }

    /** Why it was taken back; may be empty. */
    public String whyWithdrawn() {
        return became().why();
    }

    /** Who struck it, and when; empty if it stands. */
    public Optional<Signed> struck() {
        return Optional.ofNullable(struck);
    }

    /** Why it was struck; empty if it stands. */
    public String strikeReason() {
        return became().strikeReason();
    }

    /** Everybody who recorded something of it. */
    public Set<UserId> people() {
        return Stream.of(Optional.of(recorded()), withdrawn(), struck())
                .flatMap(Optional::stream)
                .map(Signed::by)
                .collect(Collectors.toSet());
    }
}
