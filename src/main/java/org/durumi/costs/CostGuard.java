package org.durumi.costs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.durumi.identity.CurrentUser;
import org.durumi.identity.ForeignRow;
import org.durumi.mac.Macs;
import org.durumi.route.RouteKind;

/** Tells brokers and norm prices that the application wrote from those that somebody else changed. */
@ApplicationScoped
class CostGuard {
    @Inject
    Macs macs;

    @Inject
    CurrentUser user;

    @Inject
    Event<ForeignRow> foreign;

    /** These brokers; who was changed past the application counts as suspended. */
    List<Broker> checked(List<Broker> brokers) {
        brokers.forEach(this::verify);
        return brokers;
    }

    /** The same for one, if there is one. */
    Optional<Broker> checked(Optional<Broker> broker) {
        broker.ifPresent(this::verify);
        return broker;
    }

    private void verify(Broker broker) {
        if (!broker.verify(macs)) {
            tell(ForeignRow.Kind.BROKER);
        }
    }

    /** The norm with which a price of that route, currency and day is compared; empty if there is none that the application wrote. */
    Optional<NormPrice> holding(RouteKind route, Currency currency, LocalDate day, List<NormPrice> newestFirst) {
        return newestFirst.stream()
                .filter(each -> each.route() == route && each.low().currency().equals(currency))
                .filter(this::verify)
                .filter(each -> each.holdsOn(day))
                .findFirst();
    }

    /** Those of the norm prices that the application wrote. */
    List<NormPrice> genuine(List<NormPrice> norms) {
        return norms.stream().filter(this::verify).toList();
    }

    private boolean verify(NormPrice norm) {
        boolean genuine = norm.verify(macs);
        if (!genuine) {
            tell(ForeignRow.Kind.NORM_PRICE);
        }
        return genuine;
    }

    private void tell(ForeignRow.Kind kind) {
        foreign.fire(new ForeignRow(kind, user.actor().id(), Optional.empty()));
    }
}
