package org.durumi.identity;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.durumi.kernel.TeamId;
import org.hibernate.annotations.Immutable;

/** A team: supervisors and caseworkers who share cases. */
@Entity
@Immutable
@Table(name = "team")
public class Team {
    @EmbeddedId
    private TeamId id;

    private String name;

    protected Team() {
        // Hibernate
    }

    static Team found(TeamId id, String name) {
        Team team = new Team();
        team.id = id;
        team.name = name;
        return team;
    }

    public TeamId id() {
        return id;
    }

    /** How the organisation calls the team, such as «North team». */
    public String name() {
        return name;
    }
}
