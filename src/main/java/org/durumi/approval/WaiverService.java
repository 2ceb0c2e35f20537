package org.durumi.approval;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.durumi.identity.Actor;
import org.durumi.identity.CurrentUser;
import org.durumi.identity.Role;
import org.durumi.jdbc.RareRows;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.NotFound;
import org.durumi.vault.CaseKey;
import org.durumi.vault.Recording;

/** Grants, finds and uses waivers. The feature that asks has opened the case and records the access. */
@ApplicationScoped
@Transactional
public class WaiverService {
    @Inject
    Waivers waivers;

    @Inject
    CurrentUser user;

    @Inject
    Clock clock;

    @Inject
    RareRows rare;

    /**
     * Grants a waiver as the supervisor who is signed in.
     *
     * @param key of the case
     * @throws NotFound if the person is not a supervisor
     * @throws org.durumi.kernel.RuleViolation at «reason» if the reason is too short or too long
     */
    public Waiver grant(CaseId caseId, WaivedContent content, List<String> rules, String reason, CaseKey key) {
        Actor supervisor = user.actor();
        if (!supervisor.is(Role.SUPERVISOR)) {
            throw new NotFound();
        }
        Recording recording = new Recording(supervisor.signed(clock.instant()), key);
        Waiver waiver = Waiver.grant(caseId, content, rules, reason, recording);
        waivers.add(waiver);
        return waiver;
    }

    /**
     * The waiver that lets this content pass; empty if there is none or it has been used.
     *
     * @param key of the case
     */
    public Optional<Waiver> covering(WaivedContent content, CaseKey key) {
        return key.opened(waivers.unused(content.subject(), content.subjectId())).stream()
                .filter(each -> each.covers(content))
                .findFirst();
    }

    /** The same for the person who acts; empty if they granted it themself, whatever they were then. */
    public Optional<Waiver> usable(WaivedContent content, CaseKey key) {
        return covering(content, key).filter(each -> each.isFor(user.actor().id()));
    }

    /** The waivers of these participants and quotes that have not been used, the newest first, as they are stored. */
    public List<Waiver> unused(Collection<UUID> subjects) {
        return subjects.isEmpty() ? List.of() : waivers.unused(subjects);
    }

    /** Uses an opened waiver up. */
    public void use(Waiver waiver, CaseKey key) {
        waiver.use(new Recording(user.actor().signed(clock.instant()), key));
        waivers.save(waiver);
    }

    /** Every waiver of a case, newest first, with its reason. */
    public List<Waiver> ofCase(CaseId caseId, CaseKey key) {
        return key.opened(rare.of(caseId.value(), "waiver", () -> waivers.ofCase(caseId)));
    }
}
