package org.durumi.identity.keycloak;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import org.durumi.identity.Role;
import org.durumi.identity.session.Accounts;
import org.durumi.kernel.UserId;

/** The accounts of a Keycloak realm, touched by a client of their own. */
@ApplicationScoped
class KeycloakAccounts implements Accounts {
    private static final SecureRandom RANDOM = new SecureRandom();
    /** Without letters and digits that are taken for each other. */
    private static final String SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int LENGTH = 24;

    @Inject
    Settings settings;

    @Override
    public boolean areManaged() {
        return settings.desk().isPresent();
    }

    @Override
    public boolean isKeyUseless() {
        return settings.isDeskKeyUseless();
    }

    @Override
    public Optional<Invited> invite(String name, Role role) {
        String password = RANDOM.ints(LENGTH, 0, SIGNS.length())
                .mapToObj(each -> SIGNS.substring(each, each + 1))
                .collect(Collectors.joining());
        return desk().create(name, role, password).map(who -> new Invited(who, password));
    }

    @Override
    public Optional<UserId> madeSince(String name, Instant since) {
        return desk().madeSince(name, since);
    }

    @Override
    public void remove(UserId who) {
        desk().remove(who);
    }

    @Override
    public void disable(UserId who) {
        desk().enable(who, false);
        desk().endSessions(who);
    }

    @Override
    public void enable(UserId who) {
        desk().enable(who, true);
    }

    /** A session that stands there lets somebody make new ones without a password: it ends before, and what began meanwhile after. */
    @Override
    public void takeSecondFactors(UserId who) {
        desk().endSessions(who);
        desk().takeSecondFactors(who);
        desk().endSessions(who);
    }

    private DeskClient desk() {
        return settings.desk().orElseThrow(() -> new IllegalStateException("desk.jwk is missing"));
    }
}
