package org.durumi.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.function.Consumer;

/** Somebody who stands at the door of the cases, in one transaction. */
@ApplicationScoped
@Transactional
public class AtTheDoor {
    @Inject
    CaseAccess access;

    public void does(Consumer<CaseAccess> work) {
        work.accept(access);
    }
}
