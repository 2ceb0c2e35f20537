package org.durumi.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.durumi.identity.Role;
import org.durumi.identity.session.Accounts.Invited;
import org.durumi.identity.session.ProviderAway;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.UserId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An account that was made in vain is taken back; nobody's else is. */
class AccountDeskTest {
    private static final NewInvitation JINA = new NewInvitation("jina", Role.CASEWORKER);

    private final AccountDesk desk = new AccountDesk();
    private boolean known;
    private boolean refused;
    private int takenBack;

    @BeforeEach
    void our_rows() {
        desk.clock = Clock.systemUTC();
        desk.rows = new AccountService() {
            @Override
            public void requireAdministrator() {
                // They are.
            }

            @Override
            public void begin(NewInvitation invited) {
                // The name is free.
            }

            @Override
            public void introduce(UserId who, NewInvitation invited) {
                if (refused) {
                    throw RuleViolation.at("account", "staff.handle.taken");
                }
            }

            @Override
            public boolean knows(UserId who) {
                return known;
            }

            @Override
            public void takenBack() {
                takenBack++;
            }
        };
    }

    @Test
    void an_account_that_our_rows_do_not_take_is_removed() {
        refused = true;
        assertEquals(List.of("invited", "removed"), refusedWith("staff.handle.taken", new FakeAccounts()));
        assertEquals(1, takenBack);
    }

    @Test
    void one_of_which_no_answer_came_is_looked_for_and_removed_unless_a_colleague_made_it() {
        assertEquals(List.of("looked for", "removed"), refusedWith("staff.invite.provider-away", away(true)));
        known = true;
        assertEquals(List.of("looked for"), refusedWith("staff.invite.provider-away", away(true)));
        assertEquals(1, takenBack);
    }

    @Test
    void where_the_provider_refused_none_was_made() {
        assertEquals(List.of(), refusedWith("staff.invite.provider-away", away(false)));
        assertEquals(0, takenBack);
    }

    private List<String> refusedWith(String key, FakeAccounts accounts) {
        desk.accounts = accounts;
        assertEquals(
                key, assertThrows(RuleViolation.class, () -> desk.invite(JINA)).messageKey());
        return accounts.heard;
    }

    private static FakeAccounts away(boolean silent) {
        return new FakeAccounts() {
            @Override
            public Optional<Invited> invite(String name, Role role) {
                throw silent ? new ProviderAway(new IllegalStateException()) : new ProviderAway(503);
            }
        };
    }
}
