package org.durumi.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.durumi.accesslog.Access;
import org.durumi.accesslog.AccessAction;
import org.durumi.accesslog.AccessGroup;
import org.durumi.accesslog.AccessLog;
import org.durumi.kernel.CaseId;
import org.durumi.mac.Macs;

/** What every change of a case ends with: its access entry, the new assessment, the case's own row. */
@ApplicationScoped
public class Changes {
    @Inject
    Cases cases;

    @Inject
    CaseAccess access;

    @Inject
    AccessLog log;

    @Inject
    Event<CaseChanged> changed;

    @Inject
    Macs macs;

    @Inject
    Clock clock;

    /** Something that risk looks at was recorded or changed. Call it last, in the transaction of the change. */
    public void recorded(CaseFile file, AccessGroup what) {
        recorded(file, AccessAction.CHANGE, List.of(what));
    }

    /** The same for another action than a change. */
    public void recorded(CaseFile file, AccessAction action, Collection<AccessGroup> what) {
        changed.fire(new CaseChanged(file));
        noted(file, action, what);
    }

    /**
     * Something outside the cases changed what their risk depends on, such as how far a broker is checked: they are
     * assessed again, in the transaction of that change. Closed cases are left alone.
     */
    public void reassess(Collection<CaseId> affected) {
        List<CaseFile> files = cases.lockOpen(
                affected.stream().map(CaseId::value).distinct().sorted().toList());
        access.toAssess(files);
        files.forEach(file -> {
            changed.fire(new CaseChanged(file));
            save(file);
        });
        if (!files.isEmpty()) {
            log.changed(Access.of(AccessAction.CHANGE, AccessGroup.RISK)
                    .on(files.stream().map(CaseFile::number).toList()));
        }
    }

    private void save(CaseFile file) {
        file.sign(macs);
        cases.save(file);
    }

    /** Something was decided or noted that does not change the risk. Call it last, in the transaction of the change. */
    public void noted(CaseFile file, AccessAction action, AccessGroup what) {
        noted(file, action, List.of(what));
    }

    private void noted(CaseFile file, AccessAction action, Collection<AccessGroup> what) {
        file.touch(clock.instant());
        save(file);
        log.changed(Access.of(action, what.toArray(AccessGroup[]::new)).on(file.number()));
    }
}
