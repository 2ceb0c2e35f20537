package org.durumi.people;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.durumi.cases.CaseFile;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.Signed;
import org.durumi.vault.CaseKey;
import org.durumi.vault.ChangingRow;
import org.durumi.vault.Nothing;
import org.durumi.vault.Recording;
import org.durumi.vault.RowCopy;
import org.durumi.vault.Sealed;
import org.durumi.vault.SealedColumn;
import org.durumi.vault.WillNotOpen;
import org.jspecify.annotations.Nullable;

/** A name of a participant in one script. It is never overwritten: a wrong one is struck and stays. */
@Entity
@Table(name = "person_name")
public class PersonName extends ChangingRow<PersonName.Words, Nothing> {
    private static final SealedColumn<Words> WORDS = new SealedColumn<>("person_name", "sealed", Words.class);
    private static final SealedColumn<Nothing> STATE = new SealedColumn<>("person_name", "sealed_state", Nothing.class);

    private ParticipantId participantId;

    private @Nullable Signed struck;

    record Words(String text, Optional<Integer> birthYear, NameForm form, NameKind kind, String told) {}

    protected PersonName() {
        super(WORDS, STATE); // Hibernate
    }

    private PersonName(CaseFile file, ParticipantId who, NewName reported, Recording recording) {
        super(WORDS, STATE, file.id());
        this.participantId = who;
        say(
                new Words(reported.text(), reported.birthYear(), reported.form(), reported.kind(), reported.told()),
                recording);
        keep(new Nothing(), recording.key());
    }

    /**
     * What a row says that was read as it stands.
     *
     * @param clear who recorded it and when, whose it is
     */
    static Words read(Sealed sealed, UUID row, CaseKey key, Object... clear) {
        return WORDS.read(WORDS.open(sealed, row, key, clear));
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
        return List.of(struck().map(Signed::by), struck().map(Signed::at));
    }

    static PersonName record(CaseFile file, ParticipantId who, NewName reported, Recording recording) {
        return new PersonName(file, who, reported, recording);
    }

    /** @throws RuleViolation if the name has been struck already */
    void strike(Recording recording) {
        if (!stands()) {
            throw new RuleViolation("name.struck");
        }
        struck = recording.signed();
        keep(new Nothing(), recording.key());
    }

    public ParticipantId participant() {
        return participantId;
    }

    public NameForm form() {
        return words().form();
    }

    public NameKind kind() {
        return words().kind();
    }

    /** Whether it is to be opened: the term finds it, or somebody else changed it, which then turns out. */
    boolean isToBeOpened(NameKey term, CaseKey key) {
        try {
            return NameKey.of(words(key).text()).isFoundBy(term);
        } catch (WillNotOpen changed) {
            return true;
        }
    }

    /** The name as it was typed. */
    public String text() {
        return words().text();
    }

    /** The year of birth that goes with this name; empty if not known. */
    public Optional<Integer> birthYear() {
        return words().birthYear();
    }

    /** By whom or what it was told; may be empty. */
    public String told() {
        return words().told();
    }

    /** Whether it was not struck. */
    public boolean stands() {
        return struck == null;
    }

    /** Empty while it stands. */
    public Optional<Signed> struck() {
        return Optional.ofNullable(struck);
    }
}
