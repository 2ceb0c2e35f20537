package org.durumi.costs;

import jakarta.data.page.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.durumi.accesslog.Access;
import org.durumi.accesslog.AccessAction;
import org.durumi.accesslog.AccessGroup;
import org.durumi.accesslog.AccessLog;
import org.durumi.identity.CurrentUser;
import org.durumi.identity.Role;
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
        if (user.actor().is(Role.AUDITOR)) {
            log.refused(Access.of(AccessAction.LIST, AccessGroup.NORM_PRICE));
            throw new NotFound();
        }
        log.record(Access.of(AccessAction.LIST, AccessGroup.NORM_PRICE));
        List<NormPrice> found = prices.norms(PageRequest.ofPage(page + 1L, PAGE, false));
        OrganisationKey key = vault.organisation();
        guard.genuine(found).forEach(norm -> norm.open(key));
        boolean more = found.size() == PAGE
                && !prices.norms(PageRequest.ofPage((page + 1L) * PAGE + 1, 1, false))
                        .isEmpty();
        return new NormPricePage(found, more);
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
     * Says until when a norm price holds. Prices are not changed: a new one is entered.
     *
     * @param lastDay the last day on which it holds
     * @param seen the version that the administrator had before them
     */
    public void end(EntryId id, LocalDate lastDay, int seen) {
        requireAdministrator(AccessAction.CHANGE);
        NormPrice norm = prices.norm(id).orElseThrow(NotFound::new);
        norm.end(lastDay, seen, macs);
        prices.save(norm);
        log.changed(Access.of(AccessAction.CONFIGURATION, AccessGroup.NORM_PRICE));
    }

    private void requireAdministrator(AccessAction action) {
        if (!user.actor().is(Role.ADMINISTRATOR)) {
            log.refused(Access.of(action, AccessGroup.NORM_PRICE));
            throw new NotFound();
        }
        if (user.mayOnlyRead()) {
            throw new RuleViolation("case.only-reading");
        }
    }
}
