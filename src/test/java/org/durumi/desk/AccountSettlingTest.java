package org.durumi.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.durumi.identity.Role;
import org.durumi.identity.session.Accounts;
import org.durumi.kernel.UserId;
import org.junit.jupiter.api.Test;

/** What the identity provider hears last is what our rows say last. */
class AccountSettlingTest {
    private static final UserId WHO = new UserId("5c1d0f00-0000-4000-8000-000000000002");

    private final List<String> heard = new ArrayList<>();
    private boolean stands = true;

    /** A provider that hears of nothing but what is open. */
    private class Slow implements Accounts {
        @Override
        public boolean areManaged() {
            return true;
        }

        @Override
        public boolean isKeyUseless() {
            return false;
        }

        @Override
        public Optional<Invited> invite(String name, Role role) {
            throw new IllegalStateException();
        }

        @Override
        public Optional<UserId> madeSince(String name, Instant since) {
            throw new IllegalStateException();
        }

        @Override
        public void remove(UserId who) {
            throw new IllegalStateException();
        }

        @Override
        public void disable(UserId who) {
            heard.add("disabled");
        }

        @Override
        public void enable(UserId who) {
            heard.add("enabled");
        }

        @Override
        public void takeSecondFactors(UserId who) {
            throw new IllegalStateException();
        }
    }

    @Test
    void what_is_true_is_told_once() {
        AccountSettling.tell(WHO, new Slow(), who -> stands);
        assertEquals(List.of("enabled"), heard);
    }

    @Test
    void whose_role_is_taken_away_while_the_provider_is_told_is_disabled_last() {
        Accounts slow = new Slow() {
            @Override
            public void enable(UserId who) {
                // Somebody else took the role away, told it, and was heard, before this is carried out.
                stands = false;
                super.enable(who);
            }
        };
        AccountSettling.tell(WHO, slow, who -> stands);
        assertEquals(List.of("enabled", "disabled"), heard);
    }
}
