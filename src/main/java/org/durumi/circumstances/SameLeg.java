package org.durumi.circumstances;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.durumi.accesslog.Access;
import org.durumi.accesslog.AccessAction;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseFile;
import org.durumi.cases.Participants;
import org.durumi.identity.Actor;
import org.durumi.jdbc.Statements;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.ParticipantId;
import org.durumi.links.FoundLink;
import org.durumi.links.LinkFinder;
import org.durumi.links.LinkKind;
import org.durumi.vault.CaseKey;
import org.durumi.vault.RowsOfCases;
import org.durumi.vault.Sealed;

/**
 * Other cases of which somebody travelled a leg at the same time: over the same border, or from or to the same place. The newest
 * thousand that share a tag are opened.
 */
@ApplicationScoped
class SameLeg implements LinkFinder {
    private static final Actor SYSTEM = Actor.system("link-search");

    /** A case without a key was erased. */
    private static final String SELECT = """
            select l.id, l.case_id, f.number, l.sealed, l.recorded_by, l.recorded_at, l.original, l.way_tag, l.replaces,
                array(select id from participant p where p.case_id = l.case_id and p.taken_out is null)
            from leg l join case_file f on f.id = l.case_id
            where l.way_tag = any (?) and l.case_id <> ? and l.struck_at is null
                and exists (select from case_key k where k.case_id = l.case_id)
            order by l.recorded_at desc limit 1000
            """;

    @Resource(lookup = "java:app/jdbc/durumi-job")
    DataSource database;

    @Inject
    Ways ways;

    @Inject
    WayTags tags;

    @Inject
    Participants participants;

    @Inject
    RowsOfCases everywhere;

    private record Row(UUID id, CaseId caseId, CaseNumber number, Sealed sealed, Set<ParticipantId> in, Object... clear)
            implements RowsOfCases.Row {}

    private record Known(CaseId caseId, Set<ParticipantId> in, NewLeg leg) {}

    @Override
    public Set<AccessGroup> opens() {
        return Set.of(AccessGroup.LEG);
    }

    @Override
    public List<FoundLink> find(CaseFile file) {
        Set<ParticipantId> in = participants.ids(file);
        List<NewLeg> own = file.key(AccessGroup.LEG).opened(ways.legs(file.id())).stream()
                .filter(each -> each.stands() && each.travellers().stream().anyMatch(in::contains))
                .map(Leg::known)
                .toList();
        Integer[] wanted = own.stream()
                .flatMap(each -> tags.near(each).stream())
                .distinct()
                .toArray(Integer[]::new);
        if (wanted.length == 0) {
            return List.of();
        }
        Statements job = Statements.on(database);
        List<Row> rows = job.list(SameLeg::row, SELECT, wanted, file.id().value());
        return everywhere
                .open(rows, SYSTEM, Access.of(AccessAction.SEARCH, AccessGroup.LEG), job, SameLeg::known)
                .stream()
                .filter(each -> each.leg().travellers().stream().anyMatch(each.in()::contains))
                .filter(each -> own.stream().anyMatch(leg -> leg.mayBe(each.leg(), WayTags.DAYS_APART)))
                .map(each -> FoundLink.of(LinkKind.SAME_LEG, each.caseId()))
                .distinct()
                .toList();
    }

    private static Known known(Row row, CaseKey key) {
        return new Known(row.caseId(), row.in(), Leg.read(row.sealed(), row.id(), key, row.clear()));
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject(1, UUID.class),
                new CaseId(row.getObject(2, UUID.class)),
                new CaseNumber(row.getString(3)),
                new Sealed(row.getBytes(4)),
                Stream.of((UUID[]) row.getArray(10).getArray())
                        .map(ParticipantId::new)
                        .collect(Collectors.toSet()),
                row.getString(5),
                row.getTimestamp(6).toInstant(),
                row.getString(7),
                row.getInt(8),
                Optional.ofNullable(row.getString(9)));
    }
}
