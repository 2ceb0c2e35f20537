package org.durumi.accesslog;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.durumi.identity.CurrentUser;
import org.durumi.identity.Role;
import org.durumi.kernel.NotFound;

/** The auditor's reading of the access log. It is recorded itself, before it is shown. */
@RequestScoped
@Transactional
public class AccessLogService {
    /** Lines of one page. */
    public static final int PAGE = 50;

    @Inject
    AccessEntries entries;

    @Inject
    AccessLog log;

    @Inject
    CurrentUser user;

    /**
     * One page of entries, newest first, and one more line if there are older ones.
     *
     * @throws NotFound if the person is not an auditor; the refusal is recorded
     */
    public List<AccessEntry> newest(AccessFilter filter) {
        Access reading = Access.of(AccessAction.LIST, AccessGroup.LOG);
        if (!user.actor().is(Role.AUDITOR)) {
            log.refused(reading);
            throw new NotFound();
        }
        log.record(reading);
        return entries.newest(filter, PAGE + 1);
    }
}
