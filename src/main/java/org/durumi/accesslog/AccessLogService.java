package org.durumi.accesslog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.durumi.identity.CurrentUser;
import org.durumi.identity.Role;
import org.durumi.identity.StaffDirectory;
import org.durumi.identity.StaffMember;
import org.durumi.kernel.NotFound;

/** The auditor's reading of the access log. It is recorded itself, before it is shown. */
@ApplicationScoped
@Transactional
public class AccessLogService {
    /** Lines of one page. */
    public static final int PAGE = 50;

    private static final Access READING = Access.of(AccessAction.LIST, AccessGroup.LOG);

    @Inject
    AccessEntries entries;

    @Inject
    AccessLog log;

    @Inject
    CurrentUser user;

    @Inject
    StaffDirectory staff;

    /**
     * One page of entries, newest first, and one more line at the end if there are older ones.
     *
     * @throws NotFound if the person is not an auditor; the refusal is recorded
     */
    public List<AccessEntry> newest(AccessFilter filter) {
        recordReading();
        return entries.list(filter, Optional.empty(), PAGE + 1);
    }

    /**
     * The page of entries that came right after a line, newest first, and one more line at the beginning if there are newer
     * ones.
     *
     * @throws NotFound if the person is not an auditor; the refusal is recorded
     */
    public List<AccessEntry> after(AccessFilter filter, AccessFilter.Cursor line) {
        recordReading();
        List<AccessEntry> newer = new ArrayList<>(entries.list(filter, Optional.of(line), PAGE + 1));
        Collections.reverse(newer);
        return newer;
    }

    /**
     * Everybody whose entries one may ask for, by handle.
     *
     * @throws NotFound if the person is not an auditor; the refusal is recorded
     */
    public List<StaffMember> people() {
        requireAuditor();
        return staff.everybody();
    }

    private void recordReading() {
        requireAuditor();
        log.record(READING);
    }

    private void requireAuditor() {
        log.require(user.actor().is(Role.AUDITOR), READING);
    }
}
