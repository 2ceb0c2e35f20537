package org.durumi.evidence;

import jakarta.data.page.PageRequest;
import jakarta.data.repository.Insert;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
import jakarta.data.repository.Update;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.durumi.jdbc.OneOf;
import org.durumi.kernel.TeamId;
import org.hibernate.StatelessSession;

/** Stored sources. */
@Repository(provider = "Hibernate")
interface Sources {
    StatelessSession session();

    @Insert
    void add(Source source);

    @Update
    void save(Source source);

    /** The number of a team's next code name. Of two who add one at the same time, the second waits for the first. */
    default int nextNumber(TeamId team) {
        lock("source " + team);
        return session()
                .createNativeQuery(
                        "select coalesce(max(number), 0) + 1 from source where team_id = :team", Integer.class)
                .setParameter("team", team.value())
                .getSingleResult();
    }

    private void lock(String what) {
        session()
                .createNativeQuery("select pg_advisory_xact_lock(hashtextextended(:what, 0))::text", String.class)
                .setParameter("what", what)
                .getSingleResult();
    }

    /** Every row of one source, the one that stands first. */
    @Query("from Source s where s.original = :original and s.teamId = :team order by s.added.at desc, s.id.value")
    List<Source> history(SourceId original, TeamId team);

    /** Those of a team that stand, the newest code name first. */
    @Query("from Source s where s.teamId = :team and s.struck.at is null order by s.number desc")
    List<Source> standing(TeamId team, PageRequest page);

    @Query("from Source s where s.teamId = :team and s.linkHash = :linkHash and s.struck.at is null order by s.number")
    List<Source> withLink(TeamId team, byte[] linkHash);

    /** Every row of some sources of any team. */
    default List<Source> history(Collection<UUID> originals) {
        return OneOf.query(session(), Source.class, "from Source s where holds(:many, s.original.value)", originals)
                .getResultList();
    }
}
