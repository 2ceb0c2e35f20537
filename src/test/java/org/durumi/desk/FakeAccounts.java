package org.durumi.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.durumi.identity.Role;
import org.durumi.identity.session.Accounts;
import org.durumi.kernel.UserId;

/** An identity provider that remembers what it heard. */
class FakeAccounts implements Accounts {
    static final UserId WHO = new UserId("5c1d0f00-0000-4000-8000-000000000002");

    final List<String> heard = new ArrayList<>();
    boolean managed = true;

    @Override
    public boolean areManaged() {
        return managed;
    }

    @Override
    public boolean isKeyUseless() {
        return false;
    }

    @Override
    public Optional<Invited> invite(String name, Role role) {
        heard.add("invited");
        return Optional.of(new Invited(WHO, "three small cranes"));
    }

    @Override
    public Optional<UserId> madeSince(String name, Instant since) {
        heard.add("looked for");
        return Optional.of(WHO);
    }

    @Override
    public void remove(UserId who) {
        heard.add("removed");
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
        heard.add("taken");
    }
}
