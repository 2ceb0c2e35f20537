package org.durumi.identity;

import jakarta.data.repository.Find;
import jakarta.data.repository.Insert;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
import jakarta.data.repository.Update;
import java.util.List;
import java.util.Optional;
import org.durumi.jdbc.OneOf;
import org.durumi.kernel.TeamId;
import org.durumi.kernel.UserId;
import org.hibernate.StatelessSession;

/** The rows of staff and teams. */
@Repository(provider = "Hibernate")
interface Staff {
    StatelessSession session();

    @Find
    Optional<StaffMember> member(UserId userId);

    default List<StaffMember> members(List<String> subjects) {
        return OneOf.query(
                        session(),
                        StaffMember.class,
                        "from StaffMember where holds(:many, userId.value) order by handle, userId.value",
                        subjects)
                .getResultList();
    }

    @Query("from StaffMember order by handle, userId.value")
    List<StaffMember> everybody();

    @Find
    Optional<Team> team(TeamId id);

    @Query("from Team order by name, id.value")
    List<Team> teams();

    @Insert
    void add(StaffMember member);

    @Insert
    void add(Team team);

    @Update
    void save(StaffMember member);
}
