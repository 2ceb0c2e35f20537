package org.durumi.vault;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.ParticipantId;

/** Some people of a case go into another: what rows about them are called there, and with which key they are sealed. */
public final class RowCopy {
    private final CaseId into;
    private final CaseKey key;
    private final Map<ParticipantId, ParticipantId> people;
    private final Map<EntryId, EntryId> rows = new HashMap<>();

    /** @param people who goes, by whom they are in the other case */
    public RowCopy(CaseId into, CaseKey key, Map<ParticipantId, ParticipantId> people) {
        this.into = into;
        this.key = key;
        this.people = Map.copyOf(people);
    }

    public CaseId into() {
        return into;
    }

    public CaseKey key() {
        return key;
    }

    /** Those who go, as they are known in the case that they leave. */
    public Set<ParticipantId> who() {
        return people.keySet();
    }

    public boolean takes(ParticipantId who) {
        return people.containsKey(who);
    }

    /** Whether one of them goes. */
    public boolean takesSome(Set<ParticipantId> whom) {
        return whom.stream().anyMatch(this::takes);
    }

    /** Who somebody who goes is in the other case. */
    public ParticipantId of(ParticipantId who) {
        return Objects.requireNonNull(people.get(who));
    }

    /** Those of them who go, as they are known in the other case. */
    public Set<ParticipantId> of(Set<ParticipantId> whom) {
        return whom.stream().filter(this::takes).map(this::of).collect(Collectors.toSet());
    }

    /** What a row that goes is called in the other case; always the same. */
    public EntryId id(EntryId row) {
        return rows.computeIfAbsent(row, any -> EntryId.create());
    }

    /** What a row is called in the other case; empty if it does not go. */
    public Optional<EntryId> known(EntryId row) {
        return Optional.ofNullable(rows.get(row));
    }

    /** One row stands in the other case for another, too. */
    public void alias(EntryId row, EntryId standing) {
        rows.putIfAbsent(row, id(standing));
    }
}
