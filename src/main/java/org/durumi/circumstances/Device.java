package org.durumi.circumstances;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.regex.Pattern;
import org.durumi.cases.CaseFile;
import org.durumi.kernel.Answer;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.ChangedMeanwhile;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.UserId;

/** A phone or SIM of a participant. Its number is not kept: only a keyed hash and the last three digits. */
@Entity
@Table(name = "device")
public class Device implements Circumstance<NewDevice> {
    /** So many digits look like a number, which must not stand in a label. */
    private static final Pattern LOOKS_LIKE_A_NUMBER = Pattern.compile("(\\d[\\s.-]?){5,}");

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private EntryId id;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "case_id"))
    private CaseId caseId;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "participant_id"))
    private ParticipantId participantId;

    private String label;
    private String numberHash;
    private String lastDigits;

    @Enumerated(EnumType.STRING)
    private Answer policeRegistered;

    @Enumerated(EnumType.STRING)
    private Answer carried;

    private boolean leftBehind;
    private boolean adviceGiven;
    private boolean takenByHousehold;

    @Embedded
    @AttributeOverride(name = "earliest", column = @Column(name = "taken_from_earliest"))
    @AttributeOverride(name = "latest", column = @Column(name = "taken_from_latest"))
    @AttributeOverride(name = "precision", column = @Column(name = "taken_from_precision"))
    @AttributeOverride(name = "qualifier", column = @Column(name = "taken_from_qualifier"))
    @AttributeOverride(name = "words", column = @Column(name = "taken_from_words"))
    private PartialDate takenFrom;

    @Embedded
    @AttributeOverride(name = "earliest", column = @Column(name = "taken_until_earliest"))
    @AttributeOverride(name = "latest", column = @Column(name = "taken_until_latest"))
    @AttributeOverride(name = "precision", column = @Column(name = "taken_until_precision"))
    @AttributeOverride(name = "qualifier", column = @Column(name = "taken_until_qualifier"))
    @AttributeOverride(name = "words", column = @Column(name = "taken_until_words"))
    private PartialDate takenUntil;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "recorded_by"))
    private UserId recordedBy;

    private Instant recordedAt;

    @Version
    private int version;

    protected Device() {} // Hibernate

    /** @throws RuleViolation at the field that holds or lacks a number, or contradicts another */
    static Device record(
            CaseFile file, ParticipantId who, NewDevice known, NumberTrace number, UserId recorder, Instant now) {
        Device device = new Device();
        device.id = EntryId.create();
        device.caseId = file.id();
        device.participantId = who;
        device.numberHash = number.hash();
        device.lastDigits = number.lastDigits();
        device.take(known, recorder, now);
        return device;
    }

    /**
     * Changes what is known.
     *
     * @param number the trace of the new number; unknown keeps the old one
     * @throws ChangedMeanwhile if the version is not the one that was seen
     */
    void change(NewDevice known, NumberTrace number, int seen, UserId recorder, Instant now) {
        if (seen != version) {
            throw new ChangedMeanwhile();
        }
        take(known, recorder, now);
        if (!number.hash().isEmpty()) {
            numberHash = number.hash();
            lastDigits = number.lastDigits();
        }
    }

    private void take(NewDevice known, UserId recorder, Instant now) {
        if (LOOKS_LIKE_A_NUMBER.matcher(known.label()).find()) {
            throw RuleViolation.at("label", "device.label.number");
        }
        if (known.leftBehind() && known.carried() == Answer.YES) {
            throw RuleViolation.at("leftBehind", "device.left-behind.carried");
        }
        if (known.takenUntil().isKnown()
                && known.takenFrom().isKnown()
                && known.takenUntil().latest().isBefore(known.takenFrom().earliest())) {
            throw RuleViolation.at("takenUntil", "device.taken.order");
        }
        label = known.label().strip();
        policeRegistered = known.policeRegistered();
        carried = known.carried();
        leftBehind = known.leftBehind();
        adviceGiven = known.adviceGiven();
        takenByHousehold = known.takenByHousehold();
        takenFrom = known.takenFrom();
        takenUntil = known.takenUntil();
        recordedBy = recorder;
        recordedAt = now;
    }

    @Override
    public EntryId id() {
        return id;
    }

    public CaseId caseId() {
        return caseId;
    }

    public ParticipantId participant() {
        return participantId;
    }

    public String label() {
        return label;
    }

    /** The last three digits of the number; empty if it is not known. */
    public String lastDigits() {
        return lastDigits;
    }

    public Answer policeRegistered() {
        return policeRegistered;
    }

    /** Whether it is carried on the journey. */
    public Answer carried() {
        return carried;
    }

    /** Whether it was left behind, confirmed. */
    public boolean leftBehind() {
        return leftBehind;
    }

    /** Whether somebody advised what to do with it. */
    public boolean adviceGiven() {
        return adviceGiven;
    }

    /** Whether somebody in the household took it away, from–until. */
    public boolean takenByHousehold() {
        return takenByHousehold;
    }

    public PartialDate takenFrom() {
        return takenFrom;
    }

    public PartialDate takenUntil() {
        return takenUntil;
    }

    /** What is known, without the number: an empty number keeps the one that is recorded. */
    @Override
    public NewDevice known() {
        return new NewDevice(
                label, "", policeRegistered, carried, leftBehind, adviceGiven, takenByHousehold, takenFrom, takenUntil);
    }

    /** Who recorded it, or changed it last. */
    public UserId recordedBy() {
        return recordedBy;
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    @Override
    public int version() {
        return version;
    }
}
