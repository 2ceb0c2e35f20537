package org.durumi.identity;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a person of the staff may do. The names in lower case are the client roles at the identity provider. */
public enum Role {
    /** Sees the cases assigned to them; records, asks for approvals and reports. */
    CASEWORKER,
    /** Sees the cases of their team; assigns, confirms, waives, acknowledges. */
    SUPERVISOR,
    /** Sees the access log and no case. */
    AUDITOR,
    /** Configures; sees no case. */
    ADMINISTRATOR,
    /** A named actor of the system itself, such as the loader of the demo cases; nobody can sign in with it. */
    SYSTEM;

    /** The role that a group of the identity provider stands for; empty for any group outside the allow-list of four. */
    public static Optional<Role> ofGroup(String group) {
        return Stream.of(CASEWORKER, SUPERVISOR, AUDITOR, ADMINISTRATOR)
                .filter(role -> role.group().equals(group))
                .findFirst();
    }

    /** Those of a column that lists them with commas between. */
    public static Set<Role> listed(String names) {
        return names.isEmpty()
                ? Set.of()
                : Stream.of(names.split(",")).map(Role::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    /** The name of the client role at the identity provider. */
    public String group() {
        return name().toLowerCase(Locale.ROOT);
    }
}
