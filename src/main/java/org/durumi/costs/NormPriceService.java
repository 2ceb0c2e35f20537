package org.durumi.costs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.durumi.accesslog.Access;
import org.durumi.accesslog.AccessAction;
import org.durumi.accesslog.AccessGroup;
import org.durumi.accesslog.AccessLog;
import org.durumi.identity.CurrentUser;
import org.durumi.identity.Role;
import org.durumi.jdbc.PageOf;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.RuleViolation;
import org.durumi.mac.Macs;
import org.durumi.vault.OrganisationKey;
import org.durumi.vault.Vault;

/** The usual prices: entered by the administrator, read by those who work with quotes. They belong to no case. */
@ApplicationScoped
@Transactional
public class NormPriceService {
    /** Norm prices of one page. */
    public static final int PAGE = 50;

    @Inject
    Prices prices;

    @Inject
    AccessLog log;

    @Inject
    Vault vault;

    @Inject
    CostGuard guard;

    @Inject
    Macs macs;

    @Inject
    CurrentUser user;

    @Inject
    Clock clock;

    /**
     * One page of norm prices.
     *
     * @param page from 0
     * @throws NotFound for an auditor; the refusal is recorded
     */
    public NormPricePage list(int page) {
        log.require(!user.actor().is(Role.AUDITOR), Access.of(AccessAction.LIST, AccessGroup.NORM_PRICE));
        log.record(Access.of(AccessAction.LIST, AccessGroup.NORM_PRICE));
        PageOf<NormPrice> read = PageOf.read(page, PAGE, prices::norms);
        OrganisationKey key = vault.organisation();
        guard.genuine(read.rows()).forEach(norm -> norm.open(key));
        return new NormPricePage(read.rows(), inForce(), read.more());
    }

    /** Of each route and currency the one with which a quote of today is compared. */
    private Set<EntryId> inForce() {
        LocalDate today = LocalDate.now(clock);
        Map<List<Object>, EntryId> newest = new HashMap<>();
        guard.genuine(prices.everyNorm()).stream()
                .filter(each -> each.holdsOn(today))
                .forEach(each ->
                        newest.putIfAbsent(List.of(each.route(), each.low().currency()), each.id()));
        return Set.copyOf(newest.values());
    }

    /**
     * One norm price, for whoever corrects it.
     *
     * @throws NotFound if there is none, somebody changed it past the application, or the person is no administrator; the refusal
     *     is recorded
     */
    public NormPrice one(EntryId id) {
        requireAdministrator(AccessAction.OPEN);
        log.record(Access.of(AccessAction.OPEN, AccessGroup.NORM_PRICE));
        return standing(id);
    }

    private NormPrice standing(EntryId id) {
        NormPrice norm = guard.genuine(prices.norm(id).stream().toList()).stream()
                .findFirst()
                .orElseThrow(NotFound::new);
        norm.open(vault.organisation());
        return norm;
    }

    /** @throws RuleViolation at the field that contradicts another */
    public EntryId enter(@Valid NewNormPrice known) {
        requireAdministrator(AccessAction.CREATE);
        NormPrice norm =
                NormPrice.enter(known, vault.organisation(), user.actor().signed(clock.instant()), macs);
        prices.add(norm);
        log.changed(Access.of(AccessAction.CONFIGURATION, AccessGroup.NORM_PRICE));
        return norm.id();
    }

    /**
     * Corrects a norm price: another takes its place, and the wrong one is struck. If nothing but its last day changes, it is the
     * same that ends, or goes on.
     *
     * @param seen the version that the administrator had before them
     * @throws RuleViolation at the field that contradicts another, or if it is struck already
     */
    public void correct(EntryId id, @Valid NewNormPrice right, int seen) {
        requireAdministrator(AccessAction.CHANGE);
        NormPrice norm = standing(id);
        if (norm.known().until(right.validUntil()).equals(right)) {
            norm.end(right.validUntil(), seen, macs);
        } else {
            prices.add(NormPrice.inPlaceOf(
                    norm, right, seen, vault.organisation(), user.actor().signed(clock.instant()), macs));
        }
        prices.save(norm);
        log.changed(Access.of(AccessAction.CONFIGURATION, AccessGroup.NORM_PRICE));
    }

    private void requireAdministrator(AccessAction action) {
        log.require(user.actor().is(Role.ADMINISTRATOR), Access.of(action, AccessGroup.NORM_PRICE));
        user.requireChangesAllowed();
    }
}
