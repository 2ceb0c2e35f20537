package org.durumi.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseFile;
import org.durumi.cases.Participants;
import org.durumi.kernel.ParticipantId;
import org.durumi.links.FoundLink;
import org.durumi.links.LinkFinder;
import org.durumi.links.LinkKind;

/** Other cases with somebody in them of the same name, found as duplicates are at intake: through the index, counted, and recorded. */
@ApplicationScoped
class SameName implements LinkFinder {
    @Inject
    PersonNames names;

    @Inject
    EveryName everyName;

    @Inject
    Participants participants;

    @Inject
    NameTags tags;

    @Inject
    DuplicateSearch duplicates;

    @Override
    public Set<AccessGroup> opens() {
        return Set.of(AccessGroup.NAME);
    }

    @Override
    public List<FoundLink> find(CaseFile file) {
        Set<ParticipantId> in = participants.ids(file);
        List<PersonName> own = file.key(AccessGroup.NAME).opened(names.names(file.id())).stream()
                .filter(each -> each.stands() && in.contains(each.participant()))
                .toList();
        Set<Integer> wanted = own.stream()
                .flatMap(each -> tags.of(NameKey.of(each.text())).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        if (wanted.isEmpty()) {
            return List.of();
        }
        own.forEach(each -> duplicates.count());
        String hash = tags.logged(own.stream().map(PersonName::text).toList());
        List<EveryName.Known> known = everyName.under(wanted, hash);
        return own.stream()
                .flatMap(each -> of(each, known))
                .filter(each -> !each.other().equals(file.id()))
                .distinct()
                .toList();
    }

    private static Stream<FoundLink> of(PersonName own, List<EveryName.Known> known) {
        HeardName heard = HeardName.of(own.text(), own.birthYear());
        return known.stream()
                .filter(each -> each.isIn() && each.name().isSame(heard))
                .map(each -> new FoundLink(LinkKind.SAME_PERSON, each.caseId(), Optional.of(own.participant())));
    }
}
