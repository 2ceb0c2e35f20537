package org.durumi.web.frame;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.durumi.identity.StaffDirectory;
import org.durumi.kernel.UserId;

/** The handles of those who recorded something, asked for once in a request. */
@RequestScoped
public class Handles {
    private final Map<UserId, String> known = new HashMap<>();

    @Inject
    StaffDirectory staff;

    /** Takes over handles that were read with the case. */
    void know(Map<UserId, String> read) {
        known.putAll(read);
    }

    /** Those of these people, in at most one query; everybody who was asked for has one. */
    public Map<UserId, String> of(Collection<UserId> people) {
        List<UserId> unknown = people.stream()
                .filter(each -> !known.containsKey(each))
                .distinct()
                .toList();
        if (!unknown.isEmpty()) {
            known.putAll(staff.handles(unknown));
        }
        return Map.copyOf(known);
    }
}
