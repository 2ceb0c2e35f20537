package org.durumi.desk;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.durumi.kernel.MinutePassed;
import org.durumi.kernel.UserId;
import org.junit.jupiter.api.Test;

/** What the identity provider hears last is what our rows say last. */
class AccountSettlingTest {
    private boolean stands = true;

    @Test
    void what_is_true_is_told_once() {
        FakeAccounts accounts = new FakeAccounts();
        AccountSettling.tell(FakeAccounts.WHO, accounts, who -> stands);
        assertEquals(List.of("enabled"), accounts.heard);
    }

    @Test
    void whose_role_is_taken_away_while_the_provider_is_told_is_disabled_last() {
        FakeAccounts slow = new FakeAccounts() {
            @Override
            public void enable(UserId who) {
                // Somebody else took the role away, told it, and was heard, before this is carried out.
                stands = false;
                super.enable(who);
            }
        };
        AccountSettling.tell(FakeAccounts.WHO, slow, who -> stands);
        assertEquals(List.of("enabled", "disabled"), slow.heard);
    }

    /** It has neither rows nor threads here: whatever it did with them would fail. */
    @Test
    void a_server_without_the_key_leaves_what_is_due_to_one_that_has_it() {
        FakeAccounts accounts = new FakeAccounts();
        accounts.managed = false;
        DueAccounts due = new DueAccounts();
        due.accounts = accounts;
        assertDoesNotThrow(() -> due.whenAMinutePassed(new MinutePassed()));
        assertEquals(List.of(), accounts.heard);
    }
}
