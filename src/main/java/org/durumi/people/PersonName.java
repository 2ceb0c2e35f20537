package org.durumi.people;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.Optional;
import org.durumi.cases.CaseFile;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.Signed;
import org.durumi.vault.CaseRow;
import org.durumi.vault.Recording;
import org.durumi.vault.SealedColumn;
import org.jspecify.annotations.Nullable;

/** A name of a participant in one script. It is never overwritten: a wrong one is struck and stays. */
@Entity
@Table(name = "person_name")
public class PersonName extends CaseRow<PersonName.Words> {
    static final SealedColumn<Words> WORDS = new SealedColumn<>("person_name", "sealed", Words.class);

    private ParticipantId participantId;

    @Enumerated(EnumType.STRING)
    private NameForm form;

    @Enumerated(EnumType.STRING)
    private NameKind kind;

    private @Nullable Signed struck;

    record Words(String text, Optional<Integer> birthYear) {}

    protected PersonName() {
        super(WORDS); // Hibernate
    }

    private PersonName(CaseFile file, ParticipantId who, NewName reported, Recording recording) {
        super(WORDS, file.id(), new Words(reported.text(), reported.birthYear()), recording);
        this.participantId = who;
        this.form = reported.form();
        this.kind = reported.kind();
    }

    static PersonName record(CaseFile file, ParticipantId who, NewName reported, Recording recording) {
        return new PersonName(file, who, reported, recording);
    }

    /** @throws RuleViolation if the name has been struck already */
    void strike(Signed who) {
        if (!stands()) {
            throw new RuleViolation("name.struck");
        }
        struck = who;
    }

    public ParticipantId participant() {
        return participantId;
    }

    public NameForm form() {
        return form;
    }

    public NameKind kind() {
        return kind;
    }

    /** The name as it was typed. */
    public String text() {
        return words().text();
    }

    /** The year of birth that goes with this name; empty if not known. */
    public Optional<Integer> birthYear() {
        return words().birthYear();
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
