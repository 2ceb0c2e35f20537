package org.durumi.vault;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.durumi.accesslog.CoveredCases;
import org.durumi.kernel.CaseNumber;

/** Seals numbers of cases in the access log with the organisation's key: no auditor alone may read them there. */
@ApplicationScoped
class SealedCaseNumbers implements CoveredCases {
    static final SealedText NUMBERS = new SealedText("access_entry", "cases_by_organisation");

    @Inject
    Vault vault;

    @Override
    public byte[] seal(List<CaseNumber> cases, UUID request) {
        String numbers = cases.stream().map(CaseNumber::value).sorted().collect(Collectors.joining(" "));
        return NUMBERS.seal(numbers, request, vault.organisation()).bytes();
    }
}
