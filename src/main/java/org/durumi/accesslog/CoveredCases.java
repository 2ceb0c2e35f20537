package org.durumi.accesslog;

import java.util.List;
import java.util.UUID;
import org.durumi.kernel.CaseNumber;

/** Seals the numbers of cases of which an entry tells only how many they are. */
public interface CoveredCases {
    /** @param request of the entry, to which the seal belongs */
    byte[] seal(List<CaseNumber> cases, UUID request);
}
