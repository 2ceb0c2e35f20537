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
 * Other cases in which somebody who is in them has a phone of the same number. Candidates are found by a tag that thousands of numbers share;
 * the system opens them as an actor of its own, against an entry that says how many they were.
 */
@ApplicationScoped
class SamePhone implements LinkFinder {
    private static final Actor SYSTEM = Actor.system("link-search");

    /** A case without a key was erased. */
    private static final String SELECT = """
            select d.id, d.case_id, f.number, d.sealed, d.recorded_by, d.recorded_at, d.original, d.participant_id, d.number_tag, d.replaces
            from device d join case_file f on f.id = d.case_id join participant p on p.id = d.participant_id
            where d.number_tag = any (?) and d.case_id <> ? and d.struck_at is null and p.taken_out is null
                and exists (select from case_key k where k.case_id = d.case_id)
            """;

    @Resource(lookup = "java:app/jdbc/durumi-job")
    DataSource database;

    @Inject
    Ways ways;

    @Inject
    Participants participants;

    @Inject
    RowsOfCases everywhere;

    private record Row(UUID id, CaseId caseId, CaseNumber number, Sealed sealed, Object... clear)
            implements RowsOfCases.Row {}

    private record Known(CaseId caseId, String hash) {}

    @Override
    public Set<AccessGroup> opens() {
        return Set.of(AccessGroup.DEVICE);
    }

    @Override
    public List<FoundLink> find(CaseFile file) {
        Set<ParticipantId> in = participants.ids(file);
        List<NumberTrace> own = file.key(AccessGroup.DEVICE).opened(ways.devices(file.id())).stream()
                .filter(each -> each.stands() && in.contains(each.participant()))
                .map(Device::number)
                .filter(NumberTrace::isKnown)
                .toList();
        Integer[] tags =
                own.stream().flatMap(each -> each.tag().stream()).distinct().toArray(Integer[]::new);
        if (tags.length == 0) {
            return List.of();
        }
        Statements job = Statements.on(database);
        List<Row> rows = job.list(SamePhone::row, SELECT, tags, file.id().value());
        Set<String> numbers = own.stream().map(NumberTrace::hash).collect(Collectors.toSet());
        return everywhere
                .open(rows, SYSTEM, Access.of(AccessAction.SEARCH, AccessGroup.DEVICE), job, SamePhone::known)
                .stream()
                .filter(each -> numbers.contains(each.hash()))
                .map(each -> FoundLink.of(LinkKind.SAME_DEVICE, each.caseId()))
                .distinct()
                .toList();
    }

    private static Known known(Row row, CaseKey key) {
        return new Known(
                row.caseId(),
                Device.read(row.sealed(), row.id(), key, row.clear()).numberHash());
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject(1, UUID.class),
                new CaseId(row.getObject(2, UUID.class)),
                new CaseNumber(row.getString(3)),
                new Sealed(row.getBytes(4)),
                row.getString(5),
                row.getTimestamp(6).toInstant(),
                row.getString(7),
                row.getString(8),
                row.getInt(9),
                Optional.ofNullable(row.getString(10)));
    }
}
