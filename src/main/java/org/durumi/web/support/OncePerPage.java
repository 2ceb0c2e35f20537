package org.durumi.web.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.function.Supplier;

/** Lets a page that shows what several features know read all of it in one transaction: one beginning, one end. */
@ApplicationScoped
@Transactional
public class OncePerPage {
    /** Reads what a page shows. */
    public <T> T read(Supplier<T> page) {
        return page.get();
    }
}
