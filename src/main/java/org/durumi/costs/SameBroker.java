package org.durumi.costs;

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

/** Other cases whose quotes or journeys name a broker of this case. Which one stands in clear: nothing is opened. */
@ApplicationScoped
class SameBroker implements LinkFinder {
    private static final String SELECT = """
            with named as (
                select case_id, broker_id from stage_entry where broker_id is not null and struck_at is null
                union
                select case_id, broker_id from quote where state <> 'REPLACED')
            select distinct o.case_id from named o
            where o.case_id <> ? and o.broker_id in (select broker_id from named where case_id = ?)
            order by 1 limit 20
            """;

    @Resource(lookup = "java:app/jdbc/durumi-job")
    DataSource database;

    @Override
    public Set<AccessGroup> opens() {
        return Set.of(AccessGroup.BROKER);
    }

    @Override
    public List<FoundLink> find(CaseFile file) {
        UUID here = file.id().value();
        return Statements.on(database)
                .list(
                        row -> FoundLink.of(LinkKind.SAME_BROKER, new CaseId(row.getObject(1, UUID.class))),
                        SELECT,
                        here,
                        here);
    }
}
