package org.durumi.circumstances;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.durumi.cases.CaseFile;
import org.durumi.cases.CorrectableRow;
import org.durumi.kernel.Answer;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.RuleViolation;
import org.durumi.vault.CaseKey;
import org.durumi.vault.Recording;
import org.durumi.vault.RowCopy;
import org.durumi.vault.Sealed;
import org.durumi.vault.SealedColumn;
import org.jspecify.annotations.Nullable;

/** A phone or SIM of a participant. Its number is not kept: only a keyed hash and the last three digits, sealed. */
@Entity
@Table(name = "device")
public class Device extends Circumstance<NewDevice, Device.Words, CorrectableRow.Struck> {
    private static final SealedColumn<Words> WORDS = new SealedColumn<>("device", "sealed", Words.class);
    private static final SealedColumn<Struck> BECAME = new SealedColumn<>("device", "sealed_state", Struck.class);

    /** So many digits look like a number, which must not stand in a label. */
    private static final Pattern LOOKS_LIKE_A_NUMBER = Pattern.compile("(\\d[\\s.-]?){5,}");

    private ParticipantId participantId;
    private @Nullable Integer numberTag;

    record Words(NewDevice known, String numberHash, String lastDigits) {
        static Words of(NewDevice told, NumberTrace number) {
            NewDevice known = new NewDevice(
                    told.label().strip(),
                    "",
                    told.policeRegistered(),
                    told.carried(),
                    told.leftBehind(),
                    told.adviceGiven(),
                    told.takenByHousehold(),
                    told.takenFrom(),
                    told.takenUntil());
            return new Words(known, number.hash(), number.lastDigits());
        }
    }

    protected Device() {
        super(WORDS, BECAME); // Hibernate
    }

    private Device(
            CaseId caseId,
            ParticipantId who,
            Optional<Device> wrong,
            NewDevice told,
            NumberTrace number,
            Recording recording) {
        super(WORDS, BECAME, caseId, wrong);
        this.participantId = who;
        numberTag = number.tag().orElse(null);
        say(Words.of(told, number), recording);
        keep(becoming(""), recording.key());
    }

    /** @throws RuleViolation at the field that holds or lacks a number, or contradicts another */
    static Device record(
            CaseFile file,
            ParticipantId who,
            NewDevice told,
            NumberTrace number,
            Recording recording,
            LocalDate today) {
        check(told, today);
        return new Device(file.id(), who, Optional.empty(), told, number, recording);
    }

    /**
     * What is known of an opened one now, in its place.
     *
     * @param number the trace of the new number; unknown keeps the old one
     */
    Device correctedTo(NewDevice told, NumberTrace number, Recording recording, LocalDate today) {
        check(told, today);
        return new Device(
                caseId(), participantId, Optional.of(this), told, number.isKnown() ? number : number(), recording);
    }

    /**
     * What a row says that was read as it stands.
     *
     * @param clear who recorded it and when, with what it began, whose it is, its tag, what it corrects
     */
    static Words read(Sealed sealed, UUID row, CaseKey key, Object... clear) {
        return WORDS.read(WORDS.open(sealed, row, key, clear));
    }

    /** What is kept of its number. */
    NumberTrace number() {
        return new NumberTrace(words().numberHash(), words().lastDigits());
    }

    private static void check(NewDevice told, LocalDate today) {
        if (LOOKS_LIKE_A_NUMBER.matcher(told.label()).find()) {
            throw RuleViolation.at("label", "device.label.number");
        }
        if (told.leftBehind() && told.carried() == Answer.YES) {
            throw RuleViolation.at("leftBehind", "device.left-behind.carried");
        }
        if (told.takenFrom().isAfter(today)) {
            throw RuleViolation.at("takenFrom", "device.taken.future");
        }
        if (told.takenUntil().isKnown()
                && told.takenFrom().isKnown()
                && told.takenUntil().latest().isBefore(told.takenFrom().earliest())) {
            throw RuleViolation.at("takenUntil", "device.taken.order");
        }
    }

    @Override
    Device againInPlaceOf(Circumstance<?, ?, ?> sentBack, CaseKey key) {
        return new Device(
                caseId(),
                participantId,
                Optional.of((Device) sentBack),
                known(),
                number(),
                new Recording(recorded(), key));
    }

    @Override
    protected void columnsInCopy(RowCopy copy) {
        super.columnsInCopy(copy);
        participantId = copy.of(participantId);
    }

    @Override
    protected Struck becoming(String strikeReason) {
        return new Struck(strikeReason);
    }

    @Override
    protected List<Object> ownColumns() {
        return List.of(participantId, Optional.ofNullable(numberTag));
    }

    @Override
    public Set<ParticipantId> whom() {
        return Set.of(participantId);
    }

    /** What is known, without the number: an empty number keeps the one that is recorded. */
    @Override
    public NewDevice known() {
        return words().known();
    }

    public ParticipantId participant() {
        return participantId;
    }

    public String label() {
        return known().label();
    }

    /** The last three digits of the number; empty if it is not known. */
    public String lastDigits() {
        return words().lastDigits();
    }

    public Answer policeRegistered() {
        return known().policeRegistered();
    }

    /** Whether it is carried on the journey. */
    public Answer carried() {
        return known().carried();
    }

    /** Whether it was left behind, confirmed. */
    public boolean leftBehind() {
        return known().leftBehind();
    }

    /** Whether somebody advised what to do with it. */
    public boolean adviceGiven() {
        return known().adviceGiven();
    }

    /** Whether somebody in the household took it away, from–until. */
    public boolean takenByHousehold() {
        return known().takenByHousehold();
    }

    public PartialDate takenFrom() {
        return known().takenFrom();
    }

    public PartialDate takenUntil() {
        return known().takenUntil();
    }
}
