package org.durumi.cases;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.UserId;

/** Somebody who forgot the door: asks for all cases there are. */
@RequestScoped
public class UncheckedCases {
    @Inject
    Cases cases;

    /** All cases, as far as the database shows them. */
    @Transactional
    public Set<CaseNumber> all() {
        return listed();
    }

    /** The same in a transaction of its own, whatever goes on around. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Set<CaseNumber> allApart() {
        return listed();
    }

    /** The same outside of any transaction. */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public Set<CaseNumber> allOutside() {
        return listed();
    }

    /** All cases, before and after something else was done in the same transaction. */
    @Transactional
    public Set<CaseNumber> allAround(Callable<?> other) throws Exception {
        Set<CaseNumber> before = listed();
        other.call();
        Set<CaseNumber> after = listed();
        after.addAll(before);
        return after;
    }

    private Set<CaseNumber> listed() {
        return cases.list(CaseFilter.all(), new UserId("nobody"), Integer.MAX_VALUE).stream()
                .map(row -> ((CaseFile) row[0]).number())
                .collect(Collectors.toSet());
    }
}
