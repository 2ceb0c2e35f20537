package org.durumi.people;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.durumi.accesslog.Access;
import org.durumi.accesslog.AccessAction;
import org.durumi.accesslog.AccessGroup;
import org.durumi.identity.Actor;
import org.durumi.jdbc.Statements;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.CaseNumber;
import org.durumi.vault.CaseKey;
import org.durumi.vault.RowsOfCases;
import org.durumi.vault.Sealed;

/**
 * The names of all cases, for the duplicate search alone. The system opens them as an actor of its own, against an entry that
 * says which cases it opened.
 */
@ApplicationScoped
class EveryName {
    private static final Actor SYSTEM = Actor.system("duplicate-search");

    /** A case without a key was erased. */
    private static final String SELECT = """
            select n.id, n.case_id, f.number, p.taken_out is null, n.sealed, n.recorded_by, n.recorded_at, n.participant_id
            from (select distinct name_id from person_index where tag = any (?)) i
                join person_name n on n.id = i.name_id
                join case_file f on f.id = n.case_id
                join participant p on p.id = n.participant_id
            where n.struck_at is null and exists (select from case_key k where k.case_id = n.case_id)
            """;

    @Resource(lookup = "java:app/jdbc/durumi-job")
    DataSource database;

    @Inject
    RowsOfCases everywhere;

    /**
     * A name of some case.
     *
     * @param isIn whether the person is in the case: nobody has taken them out
     */
    record Known(CaseId caseId, CaseNumber number, boolean isIn, HeardName name) {}

    private record Row(UUID id, CaseId caseId, CaseNumber number, boolean isIn, Sealed sealed, Object... clear)
            implements RowsOfCases.Row {}

    /**
     * Opens every name that stands under one of these tags.
     *
     * @param termHash the keyed hash of what is searched for
     */
    List<Known> under(Collection<Integer> tags, String termHash) {
        Statements job = Statements.on(database);
        List<Row> rows = job.list(EveryName::row, SELECT, (Object) tags.toArray(Integer[]::new));
        return everywhere.open(
                rows,
                SYSTEM,
                Access.of(AccessAction.SEARCH, AccessGroup.NAME).searching(termHash),
                job,
                EveryName::known);
    }

    private static Known known(Row row, CaseKey key) {
        PersonName.Words words = PersonName.read(row.sealed(), row.id(), key, row.clear());
        return new Known(row.caseId(), row.number(), row.isIn(), HeardName.of(words.text(), words.birthYear()));
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject(1, UUID.class),
                new CaseId(row.getObject(2, UUID.class)),
                new CaseNumber(row.getString(3)),
                row.getBoolean(4),
                new Sealed(row.getBytes(5)),
                row.getString(6),
                row.getTimestamp(7).toInstant(),
                row.getString(8));
    }
}
