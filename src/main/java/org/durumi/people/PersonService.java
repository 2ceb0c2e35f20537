package org.durumi.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.durumi.accesslog.AccessAction;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseAccess;
import org.durumi.cases.CaseFile;
import org.durumi.cases.CaseRoom;
import org.durumi.cases.Changes;
import org.durumi.cases.Participants;
import org.durumi.cases.PeopleSplit;
import org.durumi.identity.CurrentUser;
import org.durumi.identity.StaffDirectory;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.Signed;
import org.durumi.kernel.UserId;
import org.durumi.vault.Recording;

/** Records the names of participants, and shows them to whoever asks for them and may see them. */
@ApplicationScoped
@Transactional
public class PersonService {
    /** Those that were recorded together by kind and script. */
    private static final Comparator<PersonName> ORDER = Comparator.comparing(
                    (PersonName each) -> each.recorded().at())
            .thenComparing(PersonName::kind)
            .thenComparing(PersonName::form);

    @Inject
    PersonNames names;

    @Inject
    CaseAccess access;

    @Inject
    Changes changes;

    @Inject
    Participants participants;

    @Inject
    StaffDirectory staff;

    @Inject
    NameTags tags;

    @Inject
    CurrentUser user;

    @Inject
    Clock clock;

    /**
     * The names of everybody in a case. Records that they were shown.
     *
     * @throws NotFound if there is no such case, or not for this person; the refusal is recorded
     */
    public NamesView view(CaseNumber number) {
        CaseFile file = access.toRead(number, AccessGroup.PARTICIPANT, AccessGroup.NAME);
        List<PersonName> known = file.key(AccessGroup.NAME).opened(names.names(file.id())).stream()
                .sorted(ORDER)
                .toList();
        Set<UserId> people = new HashSet<>();
        known.forEach(each -> {
            people.add(each.recorded().by());
            each.struck().map(Signed::by).ifPresent(people::add);
        });
        return new NamesView(file, participants.everyoneKnown(file), known, staff.handles(people));
    }

    /** Records names of a participant, in as many scripts as are known. */
    public void record(CaseNumber number, ParticipantId who, List<@Valid NewName> reported) {
        CaseFile file = access.toChange(number, AccessGroup.NAME);
        participants.require(file, List.of(who));
        reported.forEach(each -> add(file, who, each));
        changes.noted(file, AccessAction.CHANGE, AccessGroup.NAME);
    }

    /**
     * Records the names that intake knew, of the participants in the order in which they were reported.
     *
     * @param reported for each participant; empty for one whose name is not known
     */
    public void recordAll(CaseNumber number, List<List<NewName>> reported) {
        CaseFile file = access.toChange(number, AccessGroup.NAME);
        List<ParticipantId> people =
                participants.of(file).stream().map(each -> each.id()).toList();
        for (int i = 0; i < reported.size(); i++) {
            ParticipantId who = people.get(i);
            reported.get(i).forEach(each -> add(file, who, each));
        }
        changes.noted(file, AccessAction.CHANGE, AccessGroup.NAME);
    }

    /**
     * Strikes a wrong name, which stays visible as struck.
     *
     * @param right takes its place; empty if there is none
     * @throws RuleViolation if somebody has struck it already
     */
    public void correct(CaseNumber number, EntryId wrongId, Optional<@Valid NewName> right) {
        CaseFile file = access.toChange(number, AccessGroup.NAME);
        PersonName wrong = file.key(AccessGroup.NAME)
                .opened(names.name(file.id(), wrongId))
                .orElseThrow(NotFound::new);
        participants.require(file, List.of(wrong.participant()));
        wrong.strike(recording(file));
        names.save(wrong);
        right.ifPresent(each -> add(file, wrong.participant(), each));
        changes.noted(file, AccessAction.CHANGE, AccessGroup.NAME);
    }

    /** The names of those who go into another case go with them, and are found there. */
    void split(@Observes PeopleSplit split) {
        split.read().opened(names.names(split.from().id())).stream()
                .filter(each -> each.stands() && split.copy().takes(each.participant()))
                .forEach(each -> {
                    each.copyInto(split.copy());
                    addTagged(each);
                });
    }

    private void add(CaseFile file, ParticipantId who, NewName reported) {
        CaseRoom.forOneMore(names.namesOf(file.id(), who));
        addTagged(PersonName.record(file, who, reported, recording(file)));
    }

    private void addTagged(PersonName name) {
        names.add(name);
        tags.of(NameKey.of(name.text())).forEach(tag -> names.add(IndexEntry.of(name, tag)));
    }

    private Recording recording(CaseFile file) {
        return new Recording(user.actor().signed(clock.instant()), file.key(AccessGroup.NAME));
    }
}
