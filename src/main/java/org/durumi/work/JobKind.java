package org.durumi.work;

import org.durumi.identity.Actor;

/** What a job is. */
public enum JobKind {
    /** The risk of a case is reckoned anew: something that it depends on has happened by itself. */
    REASSESS("risk", true);

    private final String actor;
    private final boolean needsKeys;

    JobKind(String actor, boolean needsKeys) {
        this.actor = actor;
        this.needsKeys = needsKeys;
    }

    /** As whom it is done: nobody of the staff acts. */
    Actor actor() {
        return Actor.system(actor);
    }

    /** Whether it waits until the keys are unlocked. */
    boolean needsKeys() {
        return needsKeys;
    }
}
