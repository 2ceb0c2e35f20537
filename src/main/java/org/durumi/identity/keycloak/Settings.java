package org.durumi.identity.keycloak;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.oauth2.sdk.id.ClientID;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.durumi.identity.Role;
import org.durumi.identity.session.Seal;
import org.durumi.identity.session.SessionSettings;
import org.durumi.identity.session.Strength;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the sign-in is told at its start: where it runs, whom it trusts, which key it holds. */
@ApplicationScoped
class Settings {
    static final String CALLBACK = "/sign-in/callback";

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Logger LOG = System.getLogger(Settings.class.getName());

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

    /** Where Keycloak is for the desk: from outside its REST interface cannot be reached. */
    @Inject
    @ConfigProperty(name = "durumi.desk.server")
    Optional<String> deskServer;

    /** Where nothing but the health of this node is told. */
    @Inject
    @ConfigProperty(name = "durumi.health.port", defaultValue = "8081")
    int healthPort;

    @Inject
    SessionSettings sessions;

    @Inject
    Clock clock;

    private IdentityProvider provider;
    private IdTokens idTokens;
    private LogoutTokens logoutTokens;
    private Optional<DeskClient> desk = Optional.empty();
    private boolean deskKeyUseless;

    /** The sign-in with parts that were made elsewhere. */
    static Settings of(IdentityProvider provider, IdTokens idTokens) {
        Settings settings = new Settings();
        settings.provider = provider;
        settings.idTokens = idTokens;
        return settings;
    }

    @PostConstruct
    void read() {
        try {
            ECKey clientKey = key(Path.of(keys, "client.jwk"));
            provider = new IdentityProvider(
                    issuer, clientId, URI.create(baseUrl + CALLBACK), clientKey, sessions.askedStrength(), clock);
            JWKSource<SecurityContext> issuerKeys = provider.keys();
            idTokens = new IdTokens(issuer, clientId, issuerKeys, clock);
            logoutTokens = new LogoutTokens(issuer, clientId, issuerKeys, clock);
        } catch (IOException e) {
            throw new IllegalStateException("client.jwk cannot be read in durumi.keys.directory", e);
        } catch (ParseException e) {
            // Without the cause: its message would quote the key.
            throw new IllegalStateException("client.jwk is not a JSON Web Key of an elliptic curve");
        }
        readDesk();
    }

    /**
     * The key of the desk is not needed to sign in: without it nobody is kept out, and no check-in goes unseen. Keycloak's public address
     * is no guess for where its REST interface is, which must not be open there. What is wrong with either stands on the page of the
     * installation.
     */
    void readDesk() {
        Path deskKey = Path.of(keys, "desk.jwk");
        if (Files.notExists(deskKey)) {
            return;
        }
        try {
            desk = Optional.of(new DeskClient(
                    deskServer
                            .filter(Settings::canBeDeskServer)
                            .orElseThrow(() -> new IllegalArgumentException("durumi.desk.server")),
                    new ClientProof(issuer, new ClientID("durumi-desk"), key(deskKey), clock)));
        } catch (IOException | ParseException | IllegalArgumentException unusable) {
            // Without the message: it would quote the key.
            LOG.log(
                    Level.WARNING,
                    "desk.jwk cannot be used, or durumi.desk.server is missing or no address: accounts are not touched ({0})",
                    unusable.getClass().getName());
            deskKeyUseless = true;
        }
    }

    /** The first passwords of people and the token that makes accounts go there: in clear only within this machine. */
    private static boolean canBeDeskServer(String value) {
        URI address = URI.create(value);
        boolean plain = "http".equals(address.getScheme());
        return address.getHost() != null
                && address.getQuery() == null
                && !value.endsWith("/")
                && (plain ? LOOPBACK.contains(address.getHost()) : "https".equals(address.getScheme()));
    }

    private static ECKey key(Path file) throws IOException, ParseException {
        return ECKey.parse(Files.readString(file));
    }

    /** The client with which administrators touch accounts; empty if the installation has no key for it. */
    Optional<DeskClient> desk() {
        return desk;
    }

    /** Whether there is a key for it that cannot be used. */
    boolean isDeskKeyUseless() {
        return deskKeyUseless;
    }

    /** The origin under which browsers reach us, without a slash at the end. */
    String baseUrl() {
        return baseUrl;
    }

    int healthPort() {
        return healthPort;
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
        return sessions.seal();
    }

    Strength demandedStrength(Set<Role> roles) {
        return sessions.demandedStrength(roles);
    }
}
