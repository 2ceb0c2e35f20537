package org.durumi.identity.keycloak;

import com.nimbusds.oauth2.sdk.util.URLUtils;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.durumi.identity.session.Incoming;
import org.durumi.identity.session.ProviderAway;
import org.durumi.identity.session.SessionKeeper;

/** Hears from the identity provider that somebody's session is over there, and ends it here. */
@ApplicationScoped
class BackChannel {
    private static final Logger LOG = System.getLogger(BackChannel.class.getName());
    private static final int LARGEST = 4 * 1024;
    private static final String FORM = "application/x-www-form-urlencoded";

    @Inject
    Settings settings;

    @Inject
    SessionKeeper keeper;

    /** Whether the word was believed. */
    boolean hear(Incoming incoming) {
        try {
            Optional<String> token = token(incoming);
            if (token.isEmpty()) {
                return false;
            }
            return keeper.endedAtProvider(settings.logoutTokens().verify(token.get()));
        } catch (NotGenuine | ProviderAway e) {
            LOG.log(Level.WARNING, "a back-channel logout was refused: {0}", e.getMessage());
            return false;
        }
    }

    private static Optional<String> token(Incoming incoming) {
        String type = incoming.request().getContentType();
        if (type == null || !type.startsWith(FORM)) {
            return Optional.empty();
        }
        try {
            byte[] body = incoming.request().getInputStream().readNBytes(LARGEST + 1);
            if (body.length > LARGEST) {
                return Optional.empty();
            }
            List<String> tokens = URLUtils.parseParameters(new String(body, StandardCharsets.US_ASCII))
                    .getOrDefault("logout_token", List.of());
            return tokens.size() == 1 ? Optional.of(tokens.get(0)) : Optional.empty();
        } catch (IOException brokenOff) {
            throw new UncheckedIOException(brokenOff);
        }
    }
}
