package org.durumi.reports;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Prints once at start, in the background: the first summary of the day is as fast as the next. */
@ApplicationScoped
class WarmPrinter {
    @Resource
    ManagedExecutorService background;

    @Inject
    SummaryPdf pdf;

    void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
        background.execute(pdf::warmUp);
    }
}
