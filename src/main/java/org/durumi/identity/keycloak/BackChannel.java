package org.durumi.identity.keycloak;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.durumi.identity.session.Bodies;
import org.durumi.identity.session.Incoming;
import org.durumi.identity.session.ProviderAway;
import org.durumi.identity.session.SessionKeeper;

/** Hears from the identity provider that somebody's session is over there, and ends it here. */
@ApplicationScoped
class BackChannel {
    private static final Logger LOG = System.getLogger(BackChannel.class.getName());
    private static final int LARGEST = 4 * 1024;

    @Inject
    Settings settings;

    @Inject
    SessionKeeper keeper;

    @Inject
    Bodies bodies;

    /**
     * Whether the word was believed.
     *
     * @throws Bodies.Refused if it cannot be read to its end
     */
    boolean hear(Incoming incoming) throws Bodies.Refused {
        try {
            Optional<String> token = FormBody.isForm(incoming)
                    ? FormBody.only(bodies.ofProvider(incoming, LARGEST), "logout_token")
                    : Optional.empty();
            if (token.isEmpty()) {
                return false;
            }
            return keeper.endedAtProvider(settings.logoutTokens().verify(token.get()));
        } catch (NotGenuine | ProviderAway e) {
            LOG.log(Level.WARNING, "a back-channel logout was refused: {0}", e.getMessage());
            return false;
        }
    }
}
