package org.durumi.cases;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.durumi.jdbc.Statements;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.TeamId;
import org.durumi.mac.MacUse;
import org.durumi.mac.Macs;

/**
 * Whose a case is, also one that nobody may show to the person who acts: so that two teams can be brought together. It opens
 * nothing, and what it says is for the application alone.
 */
@ApplicationScoped
public class EveryCase {
    private static final String SELECT =
            "select id, number, team_id, transfer_id, mac from case_file where erased_at is null and ";

    @Resource(lookup = "java:app/jdbc/durumi-job")
    DataSource database;

    @Inject
    Macs macs;

    /** A case and the team that it belongs to. */
    public record Whose(CaseId id, CaseNumber number, TeamId team) {}

    /** Empty if no case has this number. */
    public Optional<Whose> of(CaseNumber number) {
        return read("number = ?", number.value()).stream().findFirst();
    }

    /** Those of the cases that there are. */
    public List<Whose> of(Collection<CaseId> ids) {
        return read("id = any (?)", (Object) ids.stream().map(CaseId::value).toArray(UUID[]::new));
    }

    private List<Whose> read(String where, Object... arguments) {
        return Statements.on(database).list(this::row, SELECT + where, arguments).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** Empty if the application did not write whose it is. */
    private Optional<Whose> row(ResultSet row) throws SQLException {
        Whose whose = new Whose(
                new CaseId(row.getObject(1, UUID.class)),
                new CaseNumber(row.getString(2)),
                new TeamId(row.getObject(3, UUID.class)));
        Optional<EntryId> transfer =
                Optional.ofNullable(row.getObject(4, UUID.class)).map(EntryId::new);
        return macs.fits(
                        row.getBytes(5),
                        MacUse.CASE,
                        GuardedCase.whose(whose.id(), whose.number(), whose.team(), transfer))
                ? Optional.of(whose)
                : Optional.empty();
    }
}
