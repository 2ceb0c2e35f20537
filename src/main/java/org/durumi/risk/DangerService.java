package org.durumi.risk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseAccess;
import org.durumi.identity.CurrentUser;
import org.durumi.identity.Role;
import org.durumi.jdbc.PageOf;

/** Says of a caseworker's people who is in the greatest danger. Nothing is opened for it. */
@ApplicationScoped
@Transactional
public class DangerService {
    @Inject
    Risks risks;

    @Inject
    CaseAccess access;

    @Inject
    CurrentUser user;

    /**
     * Those in the cases on which a caseworker works themselves, the worst level first, then who was not heard of for the longest time. None for
     * everybody else.
     *
     * @param most so many are listed
     */
    public PageOf<PersonInDanger> mine(int most) {
        if (!user.actor().is(Role.CASEWORKER)) {
            return new PageOf<>(List.of(), false);
        }
        PageOf<PersonInDanger> found = PageOf.of(risks.byDanger(most + 1), most);
        List<PersonInDanger> shown = access.readable(found.rows(), PersonInDanger::number);
        if (!shown.isEmpty()) {
            access.toList(
                    shown.stream().map(PersonInDanger::number).distinct().toList(),
                    AccessGroup.PARTICIPANT,
                    AccessGroup.RISK,
                    AccessGroup.CHECK_IN);
        }
        return new PageOf<>(shown, found.more());
    }
}
