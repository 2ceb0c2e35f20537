package org.durumi.identity;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.UUID;
import org.durumi.kernel.RuleViolation;
import org.jspecify.annotations.Nullable;

/** The person of the current request. The sign-in tells it who they are; work without a person names its own actor. */
@RequestScoped
public class CurrentUser {
    private final UUID requestId = UUID.randomUUID();
    private @Nullable Actor actor;
    private boolean onlyReading;
    private boolean cameWhileLocked;

    /** @throws IllegalStateException if nobody is signed in */
    public Actor actor() {
        return signedIn().orElseThrow(() -> new IllegalStateException("nobody is signed in"));
    }

    /** Empty on a public page without a session. */
    public Optional<Actor> signedIn() {
        return Optional.ofNullable(actor);
    }

    /** From now on in this request, this actor acts: after a verified sign-in, in work without a person, and in tests. */
    public void actAs(Actor actor) {
        this.actor = actor;
    }

    /** The identity provider has been away for so long that nothing may be changed until it answers again. */
    public boolean mayOnlyRead() {
        return onlyReading;
    }

    /** @throws RuleViolation if nothing may be changed for now */
    public void requireChangesAllowed() {
        if (onlyReading) {
            throw new RuleViolation("case.only-reading");
        }
    }

    /** Allows nothing but reading for the rest of this request. */
    public void onlyRead() {
        onlyReading = true;
    }

    /** The keys were locked when this request came: nobody could tell whether its sender still has the role of their session. */
    public boolean cameWhileLocked() {
        return cameWhileLocked;
    }

    /** From now on in this request, nothing is opened but the lock. */
    public void comeWhileLocked() {
        cameWhileLocked = true;
    }

    /** Identifies this request in the log and on error pages; fresh for every request and no secret. */
    public UUID requestId() {
        return requestId;
    }
}
