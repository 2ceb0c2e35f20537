package org.durumi.links;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.durumi.cases.CaseFile;
import org.durumi.cases.CaseTransferred;
import org.durumi.identity.CurrentUser;
import org.durumi.identity.ForeignRow;
import org.durumi.mac.Macs;
import org.durumi.vault.Vault;

/** Links follow a case to its new team: what was a link within one team becomes one between two, and the other way round. */
@ApplicationScoped
class LinkWatch {
    @Inject
    Links links;

    @Inject
    Vault vault;

    @Inject
    Macs macs;

    @Inject
    CurrentUser user;

    @Inject
    Event<ForeignRow> foreign;

    @Inject
    Clock clock;

    void onTransferred(@Observes CaseTransferred transferred) {
        CaseFile file = transferred.file();
        Link.Hand hand = new Link.Hand(user.actor().signed(clock.instant()), vault.organisation(), macs);
        for (Link each : links.of(file.id())) {
            // One that somebody slipped in or changed is not signed anew.
            if (each.isGenuine(macs)) {
                each.open(hand.key());
                each.follow(file.id(), file.team(), hand);
                links.save(each);
            } else {
                foreign.fire(new ForeignRow(ForeignRow.Kind.LINK, user.actor().id(), Optional.of(file.number())));
            }
        }
    }
}
