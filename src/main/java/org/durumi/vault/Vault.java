package org.durumi.vault;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.durumi.accesslog.Receipt;
import org.durumi.identity.CurrentUser;
import org.durumi.identity.ForeignRow;
import org.durumi.jdbc.Statements;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.CaseNumber;

/** Hands out the keys of cases: no receipt, no key. The organisation's key opens no case and needs none. */
@ApplicationScoped
public class Vault {
    @Inject
    WrappedKeys keys;

    @Inject
    VaultLock lock;

    @Inject
    CurrentUser user;

    @Inject
    Clock clock;

    @Inject
    Event<ForeignRow> foreign;

    @Inject
    Event<ChangedOutside> changed;

    /** Makes the key of a case that is being opened, in the transaction of the opening. */
    public CaseKey create(CaseId caseId) {
        VersionedKey drawn = VersionedKey.draw(VersionedKey.FIRST);
        keys.add(WrappedKey.of(drawn, caseId, lock.kek(lock.wrappingVersion()), clock.instant()));
        return new CaseKey(caseId, drawn);
    }

    /**
     * The key of a case whose access was recorded in this request.
     *
     * @throws IllegalArgumentException if the receipt is of another request or does not name the case
     * @throws WillNotOpen if the case has no key any more
     */
    public CaseKey key(CaseId caseId, CaseNumber number, Receipt receipt) {
        requireReceipt(Map.of(caseId, number), receipt);
        return unwrapped(caseId, number, keys.of(caseId));
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
        return unwrapped(
                cases, keys.of(cases.keySet().stream().map(CaseId::value).toList()));
    }

    /**
     * The keys of several cases for work without a person, which sees every case.
     *
     * @param job statements of the role for such work
     * @throws IllegalArgumentException if the receipt is of another request or does not name all of them
     * @throws WillNotOpen if one of the cases has no key any more
     */
    public Map<CaseId, CaseKey> keys(Map<CaseId, CaseNumber> cases, Receipt receipt, Statements job) {
        requireReceipt(cases, receipt);
        return unwrapped(cases, WrappedKey.read(job, cases.keySet()));
    }

    private void requireReceipt(Map<CaseId, CaseNumber> cases, Receipt receipt) {
        if (!cases.values().stream().allMatch(number -> receipt.covers(number, user.requestId()))) {
            throw new IllegalArgumentException("no receipt, no key");
        }
    }

    /** The key for rows that belong to no case. */
    public OrganisationKey organisation() {
        return new OrganisationKey(lock.known(), this::storedOrganisation);
    }

    private VersionedKey storedOrganisation() {
        return VersionedKey.together(lock.organisation().stream()
                .map(each -> each.unwrap(lock.kek(each.kekVersion())))
                .toList());
    }

    /** Makes the key of one row that belongs to no case, in the transaction in which the row is stored. */
    public RowKey createFor(String table, UUID row) {
        return RowKey.draw(table, row, lock.kek(lock.wrappingVersion()));
    }

    /**
     * The key of one row that belongs to no case.
     *
     * @throws IllegalArgumentException if the receipt is of another request
     * @throws WillNotOpen if it was wrapped for another row
     */
    public RowKey rowKey(String table, UUID row, int kekVersion, byte[] wrapped, Receipt receipt) {
        if (!receipt.isOf(user.requestId())) {
            throw new IllegalArgumentException("no receipt, no key");
        }
        return RowKey.unwrap(table, row, wrapped, lock.kek(kekVersion));
    }

    private Map<CaseId, CaseKey> unwrapped(Map<CaseId, CaseNumber> cases, List<WrappedKey> stored) {
        Map<CaseId, List<WrappedKey>> versions = stored.stream().collect(Collectors.groupingBy(WrappedKey::caseId));
        return cases.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        each -> unwrapped(
                                each.getKey(), each.getValue(), versions.getOrDefault(each.getKey(), List.of()))));
    }

    private CaseKey unwrapped(CaseId caseId, CaseNumber number, List<WrappedKey> versions) {
        return new CaseKey(caseId, unwrapped(versions), () -> unwrapped(keys.of(caseId)), found -> tell(number, found));
    }

    private void tell(CaseNumber number, ChangedOutside found) {
        foreign.fire(new ForeignRow(ForeignRow.Kind.ENTRY, user.actor().id(), Optional.of(number)));
        changed.fire(found);
    }

    private VersionedKey unwrapped(List<WrappedKey> versions) {
        return VersionedKey.together(versions.stream()
                .map(each -> each.unwrap(lock.kek(each.kekVersion())))
                .toList());
    }
}
