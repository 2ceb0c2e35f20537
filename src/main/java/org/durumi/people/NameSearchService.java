package org.durumi.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseAccess;
import org.durumi.cases.CaseSearch;
import org.durumi.cases.NamedKey;
import org.durumi.cases.Participant;
import org.durumi.cases.Participants;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.ParticipantId;
import org.durumi.vault.CaseKey;

/** Searches the names of one's own cases, or of one's team's: they are opened and compared in memory, and nothing is indexed. */
@ApplicationScoped
@Transactional
public class NameSearchService {
    /** Cases that are searched at most: those that changed last. */
    public static final int MOST = 1000;

    @Inject
    PersonNames names;

    @Inject
    CaseSearch search;

    @Inject
    CaseAccess access;

    @Inject
    Participants participants;

    @Inject
    NameTags tags;

    /**
     * Who has a name like this. Records the search, with a keyed hash of the term and every case whose names were opened.
     *
     * @param typed a name, or a part of one, in any script
     * @throws NotFound if the person sees no cases; the refusal is recorded
     */
    public NameHits find(String typed) {
        Map<CaseId, CaseNumber> mine = search.mine(MOST + 1);
        List<CaseId> searched = mine.keySet().stream().limit(MOST).toList();
        List<PersonName> known = searched.isEmpty()
                ? List.of()
                : names.standing(searched.stream().map(CaseId::value).toList());
        Map<CaseId, CaseNumber> named = new HashMap<>();
        known.forEach(each -> named.put(each.caseId(), mine.get(each.caseId())));
        NameKey term = NameKey.of(typed);
        Map<CaseId, NamedKey> keys = access.toSearch(named, tags.logged(List.of(typed)), AccessGroup.NAME);
        List<PersonName> found = known.stream()
                .flatMap(each ->
                        found(
                                each,
                                term,
                                Objects.requireNonNull(keys.get(each.caseId())).of(AccessGroup.NAME))
                                .stream())
                .toList();
        return new NameHits(hits(found, mine), mine.size() <= MOST);
    }

    private static Optional<PersonName> found(PersonName name, NameKey term, CaseKey key) {
        return name.isToBeOpened(term, key) ? key.opened(Optional.of(name)) : Optional.empty();
    }

    private List<NameHits.Hit> hits(List<PersonName> found, Map<CaseId, CaseNumber> numbers) {
        Map<ParticipantId, Participant> people =
                participants.of(found.stream().map(PersonName::participant).collect(Collectors.toSet())).stream()
                        .collect(Collectors.toMap(Participant::id, each -> each));
        return found.stream()
                .map(each -> hit(
                        each,
                        Objects.requireNonNull(numbers.get(each.caseId())),
                        Objects.requireNonNull(people.get(each.participant()))))
                .sorted(Comparator.comparing(
                                (NameHits.Hit each) -> each.number().value())
                        .thenComparing(NameHits.Hit::label))
                .toList();
    }

    private static NameHits.Hit hit(PersonName name, CaseNumber number, Participant who) {
        return new NameHits.Hit(number, who.label(), who.isIn(), name);
    }
}
