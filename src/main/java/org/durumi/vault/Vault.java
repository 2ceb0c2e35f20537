package org.durumi.vault;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.durumi.accesslog.Receipt;
import org.durumi.identity.CurrentUser;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.CaseNumber;

/** Hands out the keys of cases: no receipt, no key. The organisation's key opens no case and needs none. */
@RequestScoped
public class Vault {
    private static final int FIRST = 1;

    @Inject
    WrappedKeys keys;

    @Inject
    WrappedOrganisationKeys organisationKeys;

    @Inject
    KekSource source;

    @Inject
    CurrentUser user;

    @Inject
    Clock clock;

    /** Makes the key of a case that is being opened, in the transaction of the opening. */
    public CaseKey create(CaseId caseId) {
        RawKey drawn = RawKey.draw();
        keys.add(WrappedKey.of(drawn, caseId, FIRST, source.kek(), KekSource.VERSION, clock.instant()));
        return new CaseKey(caseId, new TreeMap<>(Map.of(FIRST, drawn)));
    }

    /**
     * The key of a case whose access was recorded in this request.
     *
     * @throws IllegalArgumentException if the receipt is of another request or does not name the case
     * @throws WillNotOpen if the case has no key any more
     */
    public CaseKey key(CaseId caseId, CaseNumber number, Receipt receipt) {
        return keys(Map.of(caseId, number), receipt).get(caseId);
    }

    /**
     * The keys of several cases, for a list that shows texts of each.
     *
     * @throws IllegalArgumentException if the receipt is of another request or does not name all of them
     * @throws WillNotOpen if one of the cases has no key any more
     */
    public Map<CaseId, CaseKey> keys(Map<CaseId, CaseNumber> cases, Receipt receipt) {
        requireReceipt(cases, receipt);
        if (cases.isEmpty()) {
            return Map.of();
        }
        Map<CaseId, List<WrappedKey>> stored = keys
                .of(cases.keySet().stream().map(CaseId::value).toList())
                .stream()
                .collect(Collectors.groupingBy(WrappedKey::caseId));
        return cases.keySet().stream()
                .collect(Collectors.toMap(each -> each, each -> unwrapped(each, stored.getOrDefault(each, List.of()))));
    }

    /**
     * The keys of several cases for work without a person, which sees every case.
     *
     * @param job a connection of the role for such work
     * @throws IllegalArgumentException if the receipt is of another request or does not name all of them
     * @throws WillNotOpen if one of the cases has no key any more
     */
    public Map<CaseId, CaseKey> keys(Map<CaseId, CaseNumber> cases, Receipt receipt, Connection job)
            throws SQLException {
        requireReceipt(cases, receipt);
        Map<CaseId, List<WrappedKey>> stored =
                WrappedKey.read(job, cases.keySet()).stream().collect(Collectors.groupingBy(WrappedKey::caseId));
        return cases.keySet().stream()
                .collect(Collectors.toMap(each -> each, each -> unwrapped(each, stored.getOrDefault(each, List.of()))));
    }

    private void requireReceipt(Map<CaseId, CaseNumber> cases, Receipt receipt) {
        if (!cases.values().stream().allMatch(number -> receipt.covers(number, user.requestId()))) {
            throw new IllegalArgumentException("no receipt, no key");
        }
    }

    /** The key for rows that belong to no case; made at its first use. */
    public OrganisationKey organisation() {
        List<WrappedOrganisationKey> stored = organisationKeys.all();
        if (stored.isEmpty()) {
            byte[] wrapped = WrappedOrganisationKey.wrap(RawKey.draw(), FIRST, source.kek(), KekSource.VERSION);
            organisationKeys.addFirst(wrapped, KekSource.VERSION, clock.instant());
            stored = organisationKeys.all();
        }
        SortedMap<Integer, RawKey> opened = new TreeMap<>();
        stored.forEach(each -> opened.put(each.version(), each.unwrap(source.kek())));
        return new OrganisationKey(opened);
    }

    private CaseKey unwrapped(CaseId caseId, List<WrappedKey> versions) {
        SortedMap<Integer, RawKey> opened = new TreeMap<>();
        versions.forEach(each -> opened.put(each.version(), each.unwrap(source.kek())));
        return new CaseKey(caseId, opened);
    }
}
