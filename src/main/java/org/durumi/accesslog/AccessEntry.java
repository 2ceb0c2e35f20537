package org.durumi.accesslog;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.durumi.kernel.UserId;
import org.durumi.mac.MacUse;
import org.durumi.mac.Macs;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

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

    private String action;
    private String outcome;

    private String[] caseRefs;
    private String[] fieldGroups;
    private UUID requestId;
    private String searchHash;
    private int coveredCases;
    private byte[] casesByOrganisation;
    private byte @Nullable [] mac;

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

    /** Empty for an act that this version does not know. */
    public Optional<AccessAction> action() {
        return known(AccessAction.class, action);
    }

    public boolean isRefused() {
        return outcome.equals(AccessOutcome.REFUSED.name());
    }

    /** The numbers of the cases that were touched, or shown in a list; empty if none was. */
    public List<String> cases() {
        return List.of(caseRefs);
    }

    /** How many cases it concerns of which it tells no more than that. */
    public int coveredCases() {
        return coveredCases;
    }

    /** An empty one stands for a group that this version does not know. */
    public List<Optional<AccessGroup>> groups() {
        return Stream.of(fieldGroups)
                .map(each -> known(AccessGroup.class, each))
                .toList();
    }

    /** Whether the application wrote it as it stands. While the keys are locked, people only sign in and out, unlock and are refused. */
    public boolean isGenuine(Macs macs) {
        return fits(MacUse.ACCESS_ENTRY, macs)
                || (isRefused()
                                || action().filter(AccessAction::happensWhileLocked)
                                        .isPresent())
                        && fits(MacUse.ACCESS_ENTRY_WHILE_LOCKED, macs);
    }

    private boolean fits(MacUse use, Macs macs) {
        return mac != null
                && macs.fits(
                        mac,
                        use,
                        Line.values(
                                recordedAt,
                                actor,
                                actorRole,
                                sessionTag,
                                action,
                                outcome,
                                caseRefs,
                                fieldGroups,
                                requestId,
                                searchHash,
                                coveredCases,
                                casesByOrganisation));
    }

    private static <E extends Enum<E>> Optional<E> known(Class<E> type, String word) {
        return Stream.of(type.getEnumConstants())
                .filter(each -> each.name().equals(word))
                .findFirst();
    }

    public UUID requestId() {
        return requestId;
    }
}
