package org.durumi.accesslog;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.durumi.kernel.CaseNumber;

/**
 * One access as a feature reports it: what was done, to which groups of fields, on which cases.
 *
 * @param action what was done
 * @param groups the groups of fields that were shown or changed; may be empty
 * @param cases the numbers of the cases; empty if no case was touched
 * @param searchHash the keyed hash of what was searched for, sixteen hexadecimal digits; empty if nothing was
 */
public record Access(AccessAction action, Set<AccessGroup> groups, List<CaseNumber> cases, String searchHash) {
    public Access {
        groups = Set.copyOf(groups);
        cases = List.copyOf(cases);
    }

    public static Access of(AccessAction action, AccessGroup... groups) {
        return new Access(action, groups.length == 0 ? Set.of() : EnumSet.copyOf(List.of(groups)), List.of(), "");
    }

    public Access on(CaseNumber number) {
        return new Access(action, groups, List.of(number), searchHash);
    }

    public Access on(Collection<CaseNumber> numbers) {
        return new Access(action, groups, List.copyOf(numbers), searchHash);
    }

    /** The same, for a search: only whoever has the key can tell which term a hash belongs to. */
    public Access searching(String termHash) {
        return new Access(action, groups, cases, termHash);
    }
}
