package org.durumi.people;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.util.List;
import java.util.Optional;
import org.durumi.cases.CaseFile;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.Signed;
import org.durumi.vault.CaseKey;
import org.durumi.vault.Sealed;
import org.durumi.vault.SealedIn;

/** A name of a participant in one script. It is never overwritten: a wrong one is struck and stays. */
@Entity
@Table(name = "person_name")
public class PersonName {
    static final SealedIn PLACE = new SealedIn("person_name", "sealed");

    @EmbeddedId
    private EntryId id;

    private CaseId caseId;

    private ParticipantId participantId;

    @Enumerated(EnumType.STRING)
    private NameForm form;

    @Enumerated(EnumType.STRING)
    private NameKind kind;

    private Sealed sealed;

    private Signed recorded;
    private Signed struck;

    @Version
    private int version;

    @Transient
    private Words words;

    /** What is sealed of a name, in this order. */
    record Words(String text, Optional<Integer> birthYear) {
        List<String> texts() {
            return List.of(text, birthYear.map(String::valueOf).orElse(""));
        }

        static Words of(List<String> texts) {
            return new Words(
                    texts.get(0),
                    Optional.of(texts.get(1)).filter(year -> !year.isEmpty()).map(Integer::valueOf));
        }
    }

    protected PersonName() {} // Hibernate

    static PersonName record(CaseFile file, ParticipantId who, NewName reported, Signed recorder) {
        PersonName name = new PersonName();
        name.id = EntryId.create();
        name.caseId = file.id();
        name.participantId = who;
        name.form = reported.form();
        name.kind = reported.kind();
        name.words = new Words(reported.text(), reported.birthYear());
        name.sealed = file.key().seal(PLACE, name.id.value(), name.words.texts());
        name.recorded = recorder;
        return name;
    }

    /** The name with its text. */
    PersonName opened(CaseKey key) {
        words = Words.of(key.open(PLACE, id.value(), sealed));
        return this;
    }

    /** @throws RuleViolation if the name has been struck already */
    void strike(Signed who) {
        if (!stands()) {
            throw new RuleViolation("name.struck");
        }
        struck = who;
    }

    public EntryId id() {
        return id;
    }

    public CaseId caseId() {
        return caseId;
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

    private Words words() {
        if (words == null) {
            throw new IllegalStateException("the name was not opened");
        }
        return words;
    }

    public Signed recorded() {
        return recorded;
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
