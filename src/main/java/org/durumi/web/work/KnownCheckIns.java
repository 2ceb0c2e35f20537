package org.durumi.web.work;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.durumi.accesslog.AccessGroup;
import org.durumi.kernel.Signed;
import org.durumi.kernel.UserId;
import org.durumi.web.frame.Handles;
import org.durumi.web.frame.OpenCase;
import org.durumi.work.CaseCheckIns;
import org.durumi.work.CheckInService;
import org.jspecify.annotations.Nullable;

/** The check-ins of the case of this request, read once for all parts of its page. */
@RequestScoped
class KnownCheckIns {
    static final Set<AccessGroup> SHOWS = Set.of(AccessGroup.CHECK_IN);

    @Inject
    CheckInService service;

    @Inject
    Handles handles;

    private @Nullable CaseCheckIns known;

    CaseCheckIns of(OpenCase open) {
        if (known == null) {
            known = service.of(open.view().file());
        }
        return known;
    }

    /** Who agreed, heard or stopped something of it. */
    Map<UserId, String> recorders(CaseCheckIns all) {
        return handles.of(Stream.concat(
                        all.heard().stream().map(each -> each.recorded()),
                        all.plans().stream()
                                .flatMap(each -> Stream.concat(
                                        Stream.of(each.plan().recorded()), each.plan().changed().stream())))
                .map(Signed::by)
                .collect(Collectors.toSet()));
    }
}
