package org.durumi.risk;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import org.durumi.cases.StageRequested;
import org.durumi.cases.StageRequested.Matter;

/** Holds the checklist of a departure against the record: a «yes» that an entry contradicts is no answer. */
@ApplicationScoped
class ChecklistGuard {
    @Inject
    FactFinder factFinder;

    /** Before the blocks are looked at: whoever answers wrongly is told at the field. */
    void onStageRequested(@Observes @Priority(Interceptor.Priority.APPLICATION) StageRequested request) {
        if (request.isDeparture()) {
            factFinder
                    .checklist(request.file(), request.participant().id())
                    .contradictionOf(request.reported().details().checklist())
                    .ifPresent(request::refuse);
        }
        request.permit(Matter.CHECKLIST);
    }
}
