package org.durumi.evidence;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseFile;
import org.durumi.jdbc.Statements;
import org.durumi.kernel.CaseId;
import org.durumi.links.FoundLink;
import org.durumi.links.LinkFinder;
import org.durumi.links.LinkKind;

/** Other cases about which a source of this one speaks, too: perhaps of the same event. Nothing is opened for it. */
@ApplicationScoped
class SameSource implements LinkFinder {
    private static final String SELECT = """
            select distinct c.case_id from claim c
            where c.case_id <> ? and c.struck_at is null
                and c.source_id in (select source_id from claim where case_id = ? and struck_at is null)
            order by 1 limit 20
            """;

    @Resource(lookup = "java:app/jdbc/durumi-job")
    DataSource database;

    @Override
    public Set<AccessGroup> opens() {
        return Set.of(AccessGroup.CLAIM);
    }

    @Override
    public List<FoundLink> find(CaseFile file) {
        UUID here = file.id().value();
        return Statements.on(database)
                .list(
                        row -> FoundLink.of(LinkKind.SAME_EVENT, new CaseId(row.getObject(1, UUID.class))),
                        SELECT,
                        here,
                        here);
    }
}
