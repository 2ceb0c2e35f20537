package org.durumi.identity.keycloak;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Clock;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the sign-in is told at its start: where it runs, whom it trusts, which keys it holds. */
@ApplicationScoped
class Settings {
    static final String CALLBACK = "/sign-in/callback";

    @Inject
    @ConfigProperty(name = "durumi.base.url")
    String baseUrl;

    @Inject
    @ConfigProperty(name = "durumi.oidc.issuer")
    String issuer;

    @Inject
    @ConfigProperty(name = "durumi.oidc.client.id")
    String clientId;

    @Inject
    @ConfigProperty(name = "durumi.keys.directory")
    String keys;

    /** The weakest sign-in that is accepted; without it the second factor is demanded, except in the demo. */
    @Inject
    @ConfigProperty(name = "durumi.oidc.acr")
    Optional<String> acr;

    @Inject
    @ConfigProperty(name = "durumi.demo", defaultValue = "false")
    boolean demo;

    @Inject
    Clock clock;

    private IdentityProvider provider;
    private IdTokens idTokens;
    private LogoutTokens logoutTokens;
    private Seal seal;

    /** The sign-in with parts that were made elsewhere. */
    static Settings of(IdentityProvider provider, IdTokens idTokens, Seal seal) {
        Settings settings = new Settings();
        settings.provider = provider;
        settings.idTokens = idTokens;
        settings.seal = seal;
        return settings;
    }

    @PostConstruct
    void read() {
        try {
            Path directory = Path.of(keys);
            ECKey clientKey = ECKey.parse(Files.readString(directory.resolve("client.jwk")));
            seal = new Seal(Base64.getDecoder()
                    .decode(Files.readString(directory.resolve("session.key")).trim()));
            provider = new IdentityProvider(
                    issuer, clientId, URI.create(baseUrl + CALLBACK), clientKey, demandedStrength(), clock);
            JWKSource<SecurityContext> issuerKeys = provider.keys();
            idTokens = new IdTokens(issuer, clientId, issuerKeys, clock);
            logoutTokens = new LogoutTokens(issuer, clientId, issuerKeys, clock);
        } catch (IOException e) {
            throw new IllegalStateException("the keys of the sign-in cannot be read in durumi.keys.directory", e);
        } catch (ParseException e) {
            // Without the cause: its message would quote the key.
            throw new IllegalStateException("client.jwk is not a JSON Web Key of an elliptic curve");
        }
    }

    /** The origin under which browsers reach us, without a slash at the end. */
    String baseUrl() {
        return baseUrl;
    }

    IdentityProvider provider() {
        return provider;
    }

    IdTokens idTokens() {
        return idTokens;
    }

    LogoutTokens logoutTokens() {
        return logoutTokens;
    }

    Seal seal() {
        return seal;
    }

    Strength demandedStrength() {
        String name = acr.orElse(demo ? Strength.PWD.acr() : Strength.MFA.acr()).toLowerCase(Locale.ROOT);
        return Strength.ofAcr(name)
                .orElseThrow(() -> new IllegalStateException("durumi.oidc.acr must be pwd, mfa or phr"));
    }
}
