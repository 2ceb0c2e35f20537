package org.durumi.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.durumi.accesslog.Access;
import org.durumi.accesslog.AccessAction;
import org.durumi.accesslog.AccessGroup;
import org.durumi.accesslog.AccessLog;
import org.durumi.cases.CaseSearch;
import org.durumi.identity.CurrentUser;
import org.durumi.identity.Role;
import org.durumi.identity.limit.Limit;
import org.durumi.identity.limit.RateLimits;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.RuleViolation;

/**
 * Asks at intake whether somebody has a case already, in all cases of all teams, or stands in the same intake twice. Of a case of somebody else the answer tells
 * only that there may be one: no number, no team, no count; and it takes the same time whatever it is.
 */
@ApplicationScoped
public class DuplicateSearch {
    private static final Access ASKING = Access.of(AccessAction.SEARCH, AccessGroup.NAME);
    private static final Duration ANSWERED_AFTER = Duration.ofMillis(250);

    @Inject
    EveryName names;

    @Inject
    NameTags tags;

    @Inject
    CaseSearch search;

    @Inject
    AccessLog log;

    @Inject
    RateLimits limits;

    @Inject
    CurrentUser user;

    /**
     * Asks for several people. Records for each of them who asked, with a keyed hash of the names and those of their own cases
     * that they are told of.
     *
     * @param people the names of each person, in any script
     * @return an answer for each
     * @throws NotFound if it is no caseworker who asks; the refusal is recorded
     * @throws RuleViolation if they have asked for too many names in the last hour; the refusal is recorded
     */
    public List<Duplicates> ask(List<List<NewName>> people) {
        log.require(user.actor().is(Role.CASEWORKER), ASKING);
        people.stream().flatMap(List::stream).forEach(each -> count());
        long answerAt = System.nanoTime() + ANSWERED_AFTER.toNanos();
        List<NewName> asked = people.stream().flatMap(List::stream).toList();
        Set<Integer> wanted = asked.stream()
                .flatMap(each -> tags.of(NameKey.of(each.text())).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        List<EveryName.Known> known = names.under(wanted, hash(asked));
        List<Duplicates> answers = answers(people, known);
        for (int i = 0; i < people.size(); i++) {
            if (!people.get(i).isEmpty()) {
                log.record(ASKING.on(answers.get(i).own()).searching(hash(people.get(i))));
            }
        }
        LockSupport.parkNanos(answerAt - System.nanoTime());
        return answers;
    }

    private String hash(List<NewName> asked) {
        return tags.logged(asked.stream().map(NewName::text).toList());
    }

    /** @throws RuleViolation if the person has asked for too many names in the last hour; the refusal is recorded */
    void count() {
        if (limits.take(Limit.DUPLICATE, user.actor().id().value()).isPresent()) {
            log.refused(ASKING);
            throw new RuleViolation("error.429.text");
        }
    }

    private List<Duplicates> answers(List<List<NewName>> people, List<EveryName.Known> known) {
        List<List<HeardName>> asked = people.stream()
                .map(person -> person.stream()
                        .map(each -> HeardName.of(each.text(), each.birthYear()))
                        .toList())
                .toList();
        List<Set<CaseNumber>> found =
                asked.stream().map(person -> cases(person, known)).toList();
        Set<CaseNumber> readable =
                search.readable(found.stream().flatMap(Set::stream).collect(Collectors.toSet()));
        return IntStream.range(0, people.size())
                .mapToObj(place -> {
                    Set<CaseNumber> all = found.get(place);
                    Set<CaseNumber> own =
                            all.stream().filter(readable::contains).collect(Collectors.toSet());
                    return new Duplicates(own, all.size() > own.size(), beside(asked, place));
                })
                .toList();
    }

    /** Who else of an intake has a name that may be of the person at a place; a surname alone finds nobody, here as elsewhere. */
    static List<Integer> beside(List<List<HeardName>> asked, int place) {
        return IntStream.range(0, asked.size())
                .filter(other -> other != place)
                .filter(other -> asked.get(place).stream()
                        .filter(HeardName::isMoreThanASurname)
                        .anyMatch(name -> asked.get(other).stream().anyMatch(name::isSame)))
                .boxed()
                .toList();
    }

    private static Set<CaseNumber> cases(List<HeardName> asked, List<EveryName.Known> known) {
        return known.stream()
                .filter(each -> asked.stream().anyMatch(each.name()::isSame))
                .map(EveryName.Known::number)
                .collect(Collectors.toSet());
    }
}
