package org.durumi.accesslog;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.durumi.kernel.UserId;
import org.hibernate.annotations.Immutable;

/** One line of the access log. Written once; the database refuses UPDATE, DELETE and TRUNCATE. */
@Entity
@Immutable
@Table(name = "access_entry")
public class AccessEntry {
    @Id
    private long id;

    private Instant recordedAt;

    private UserId actor;

    private String actorRole;
    private String sessionTag;

    @Enumerated(EnumType.STRING)
    private AccessAction action;

    @Enumerated(EnumType.STRING)
    private AccessOutcome outcome;

    private String[] caseRefs;
    private String[] fieldGroups;
    private UUID requestId;

    protected AccessEntry() {} // Hibernate

    public long id() {
        return id;
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    public UserId actor() {
        return actor;
    }

    /** The name of a role, or NONE for somebody without one. */
    public String actorRole() {
        return actorRole;
    }

    public String sessionTag() {
        return sessionTag;
    }

    public AccessAction action() {
        return action;
    }

    public AccessOutcome outcome() {
        return outcome;
    }

    /** The numbers of the cases that were touched, or shown in a list; empty if none was. */
    public List<String> cases() {
        return List.of(caseRefs);
    }

    public List<AccessGroup> groups() {
        return List.of(fieldGroups).stream().map(AccessGroup::valueOf).toList();
    }

    public UUID requestId() {
        return requestId;
    }
}
