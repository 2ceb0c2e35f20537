package org.durumi.cases;

import jakarta.data.repository.Find;
import jakarta.data.repository.Insert;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
import jakarta.data.repository.Update;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.durumi.jdbc.OneOf;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.CaseNumberEnd;
import org.durumi.kernel.TeamId;
import org.durumi.kernel.UserId;
import org.hibernate.LockMode;
import org.hibernate.StatelessSession;
import org.hibernate.query.SelectionQuery;

/** Stored case files and assignments. */
@Repository(provider = "Hibernate")
interface Cases {
    String ASSIGNED =
            "exists (select 1 from Assignment s where s.caseId = f.id and s.userId = :caseworker and s.until is null)";

    String HELD =
            " from CaseFile f where f.teamId = :team and f.erasedAt is null and f.closed.at is null and " + ASSIGNED;

    /** What gives the person who asks a right in a case, if they work on it now: at most one. */
    String OWN = " from CaseFile f left join Assignment a on a.caseId = f.id and a.userId = :user and a.until is null ";

    /** What the door has to know of a case, as {@link GuardedCase#of} takes it. */
    String GUARDED =
            "select f.id.value, f.number.value, f.teamId.value, f.transferId.value, f.closed.at, f.mac, a" + OWN;

    /** Comparisons, and not «like»: the database answers only what cannot leak from an index before it asks its policies. */
    String ENDING = "f.numberReversed >= :least and f.numberReversed < :beyond";

    StatelessSession session();

    @Query("from CaseFile f where f.number = :number and f.erasedAt is null")
    Optional<CaseFile> byNumber(CaseNumber number);

    @Find
    Optional<CaseFile> byId(CaseId id);

    /** A case with what gives the person who asks a right in it: the file, and perhaps an assignment. */
    default Optional<Object[]> own(CaseNumber number, UserId user) {
        return session()
                .createSelectionQuery(
                        "select f, a" + OWN + "where f.number = :number and f.erasedAt is null", Object[].class)
                .setParameter("number", number)
                .setParameter("user", user)
                .uniqueResultOptional();
    }

    /** What the door has to know of these cases, as far as they exist, for one who asks. */
    default List<GuardedCase> guarded(Collection<CaseNumber> numbers, UserId user) {
        return OneOf.query(
                        session(),
                        Object[].class,
                        GUARDED + "where holds(:many, f.number.value) and f.erasedAt is null",
                        numbers.stream().map(CaseNumber::value).toList())
                .setParameter("user", user)
                .getResultList()
                .stream()
                .map(GuardedCase::of)
                .toList();
    }

    /** The same of cases of which something else is known than their numbers. */
    default List<GuardedCase> guardedIds(Collection<UUID> ids, UserId user) {
        return OneOf.query(
                        session(),
                        Object[].class,
                        GUARDED + "where holds(:many, f.id.value) and f.erasedAt is null",
                        ids)
                .setParameter("user", user)
                .getResultList()
                .stream()
                .map(GuardedCase::of)
                .toList();
    }

    /** The same of one's own cases, or of those of a team, open and closed ones, those that changed last first. */
    default List<GuardedCase> guardedOf(UserId user, Optional<TeamId> team, int limit) {
        SelectionQuery<Object[]> query = session()
                .createSelectionQuery(
                        GUARDED + "where f.erasedAt is null and "
                                + whose(team)
                                + " order by f.changedAt desc, f.number.value",
                        Object[].class)
                .setParameter("user", user)
                .setMaxResults(limit);
        team.ifPresent(each -> query.setParameter("team", each));
        return query.getResultList().stream().map(GuardedCase::of).toList();
    }

    private static String whose(Optional<TeamId> team) {
        return team.isPresent() ? "f.teamId = :team" : MyCases.MINE;
    }

    /** Those of one's own cases, or of a team, whose number ends so. */
    default List<CaseNumber> ending(CaseNumberEnd end, Optional<TeamId> team, int limit) {
        SelectionQuery<CaseNumber> query = session()
                .createSelectionQuery(
                        "select f.number from CaseFile f where f.erasedAt is null and " + ENDING + " and " + whose(team)
                                + " order by f.numberReversed",
                        CaseNumber.class)
                .setMaxResults(limit);
        ending(query, end);
        team.ifPresent(each -> query.setParameter("team", each));
        return query.getResultList();
    }

    private static void ending(SelectionQuery<?> query, CaseNumberEnd end) {
        // No number holds a character that comes after the tilde.
        query.setParameter("least", end.reversed()).setParameter("beyond", end.reversed() + '~');
    }

    /** The countries in which open cases of the person of this transaction stand. */
    default List<String> countries() {
        return session()
                .createNativeQuery("select countries_in_use()", String.class)
                .getResultList();
    }

    /** Takes a number, unless it was ever given before: to a case, also one that this person does not see, or to a draft. */
    private boolean give(CaseNumber number) {
        return session()
                .createNativeQuery("select give_number(:number)", Boolean.class)
                .setParameter("number", number.value())
                .getSingleResult();
    }

    /** A number that was given to nobody before, and is given to nobody again. */
    default CaseNumber freshNumber(LocalDate today) {
        CaseNumber number = CaseNumber.draw(today.getYear());
        while (!give(number)) {
            number = CaseNumber.draw(today.getYear());
        }
        return number;
    }

    /** Reads a case and lets nobody else change it until the transaction ends. */
    default Optional<CaseFile> lock(CaseNumber number) {
        return session()
                .createSelectionQuery("from CaseFile f where f.number = :number and f.erasedAt is null", CaseFile.class)
                .setParameter("number", number)
                .setHibernateLockMode(LockMode.PESSIMISTIC_WRITE)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** Reads a closed case and lets nobody else change it; empty if it is open or erased. */
    default Optional<CaseFile> lockClosed(CaseId id) {
        return session()
                .createSelectionQuery(
                        "from CaseFile f where f.id = :id and f.closed.at is not null and f.erasedAt is null",
                        CaseFile.class)
                .setParameter("id", id)
                .setHibernateLockMode(LockMode.PESSIMISTIC_WRITE)
                .uniqueResultOptional();
    }

    /** Reads these cases as far as they are open, in a stable order, and lets nobody else change them. */
    default List<CaseFile> lockOpen(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : OneOf.query(
                                session(),
                                CaseFile.class,
                                "from CaseFile f where holds(:many, f.id.value) and f.closed.at is null order by f.id.value",
                                ids)
                        .setHibernateLockMode(LockMode.PESSIMISTIC_WRITE)
                        .getResultList();
    }

    /**
     * The open cases of a team on which somebody works, those on which nobody else does first.
     *
     * @return each with the number of others who work on it
     */
    default List<Object[]> heldBy(TeamId team, UserId who, int limit) {
        String others = "from Assignment o where o.caseId = f.id and o.until is null and o.userId <> :caseworker";
        return session()
                .createSelectionQuery(
                        "select f, (select count(o) " + others + ")" + HELD + " order by case when exists (select 1 "
                                + others + ") then 1 else 0 end, f.levelRank, f.number.value",
                        Object[].class)
                .setParameter("team", team)
                .setParameter("caseworker", who)
                .setMaxResults(limit)
                .getResultList();
    }

    default long numberHeldBy(TeamId team, UserId who) {
        return session()
                .createSelectionQuery("select count(f)" + HELD, Long.class)
                .setParameter("team", team)
                .setParameter("caseworker", who)
                .getSingleResult();
    }

    /** Those of some cases that are such. */
    default List<CaseFile> heldOf(TeamId team, UserId who, Collection<UUID> some) {
        return OneOf.query(session(), CaseFile.class, "select f" + HELD + " and holds(:many, f.id.value)", some)
                .setParameter("team", team)
                .setParameter("caseworker", who)
                .getResultList();
    }

    @Insert
    void add(CaseFile file);

    @Update
    void save(CaseFile file);

    @Insert
    void add(Assignment assignment);

    @Insert
    void add(AssignmentEnd end);

    @Query("from Assignment a where a.caseId = :caseId order by a.since desc, a.id.value")
    List<Assignment> assignments(CaseId caseId);

    /** Who works on these cases now, and under which handle, if they have one, in the order in which they began. */
    default List<Object[]> caseworkers(Collection<UUID> caseIds) {
        return OneOf.query(session(), Object[].class, """
                        select a, m.handle from Assignment a left join StaffMember m on m.userId = a.userId
                        where holds(:many, a.caseId.value) and a.until is null order by a.since, a.id.value
                        """, caseIds).getResultList();
    }

    /**
     * The cases that pass the filter, in its order; at most so many.
     *
     * @return each with the assignment of who asks, which may be none
     */
    default List<Object[]> list(CaseFilter filter, UserId user, int limit) {
        List<String> conditions = new ArrayList<>();
        filter.team().ifPresent(team -> conditions.add("f.teamId = :team"));
        boolean own = filter.caseworker().filter(user::equals).isPresent();
        filter.caseworker().ifPresent(caseworker -> conditions.add(own ? MyCases.MINE : ASSIGNED));
        filter.number().ifPresent(end -> conditions.add(ENDING));
        // By the numbers that the indexes hold.
        filter.stage().ifPresent(stage -> conditions.add("f.stageRank = :stage"));
        filter.level().ifPresent(level -> conditions.add("f.levelRank = :level"));
        filter.kind().ifPresent(kind -> conditions.add("f.kind = :kind"));
        filter.country().ifPresent(country -> conditions.add("f.country = :country"));
        conditions.add("f.erasedAt is null");
        conditions.add(filter.closed() ? "f.closed.at is not null" : "f.closed.at is null");
        SelectionQuery<Object[]> query = session()
                .createSelectionQuery(
                        "select f, a" + OWN + "where " + String.join(" and ", conditions) + " order by "
                                + filter.sort().order(filter.reversed()),
                        Object[].class)
                .setParameter("user", user)
                .setFirstResult(filter.page() * CaseFilter.PAGE)
                .setMaxResults(limit);
        filter.team().ifPresent(team -> query.setParameter("team", team));
        filter.caseworker().filter(each -> !own).ifPresent(each -> query.setParameter("caseworker", each));
        filter.number().ifPresent(end -> ending(query, end));
        filter.stage().ifPresent(stage -> query.setParameter("stage", (short) stage.urgency()));
        filter.level().ifPresent(level -> query.setParameter("level", (short) level.rank()));
        filter.kind().ifPresent(kind -> query.setParameter("kind", kind));
        filter.country().ifPresent(country -> query.setParameter("country", country.value()));
        return query.getResultList();
    }
}
