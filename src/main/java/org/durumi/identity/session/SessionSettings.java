package org.durumi.identity.session;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.durumi.identity.Role;
import org.durumi.mac.MacKey;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the sessions are told at the start: the key that seals for them, and how strongly people must sign in. */
@ApplicationScoped
public class SessionSettings {
    @Inject
    @ConfigProperty(name = "durumi.keys.directory")
    String keys;

    /** The weakest sign-in that is accepted of everybody; without it what each role demands, and in the demo a password. */
    @Inject
    @ConfigProperty(name = "durumi.oidc.acr")
    Optional<String> acr;

    @Inject
    @ConfigProperty(name = "durumi.demo", defaultValue = "false")
    boolean demo;

    private Optional<Strength> ofEverybody = Optional.empty();
    private Seal seal;
    private SessionMacs macs;
    private MacKey whileLocked;
    private MacKey unlocking;

    @PostConstruct
    void read() {
        ofEverybody = acr.or(() -> demo ? Optional.of(Strength.PWD.acr()) : Optional.empty())
                .map(name -> Strength.ofAcr(name.toLowerCase(Locale.ROOT))
                        .orElseThrow(() -> new IllegalStateException("durumi.oidc.acr must be pwd, mfa or phr")));
        byte[] key = sessionKey();
        seal = new Seal(key);
        macs = new SessionMacs(new MacKey(key));
        whileLocked = new MacKey(key).derived("access entry 1");
        unlocking = unlocking(key);
    }

    private byte[] sessionKey() {
        try {
            return Base64.getDecoder()
                    .decode(Files.readString(Path.of(keys, "session.key")).trim());
        } catch (IOException e) {
            throw new IllegalStateException("session.key cannot be read in durumi.keys.directory", e);
        }
    }

    /** The settings with a key that was drawn elsewhere. */
    static SessionSettings of(byte[] sessionKey) {
        SessionSettings settings = new SessionSettings();
        settings.ofEverybody = Optional.of(Strength.PWD);
        settings.seal = new Seal(sessionKey);
        settings.macs = new SessionMacs(new MacKey(sessionKey));
        return settings;
    }

    public Seal seal() {
        return seal;
    }

    /** The key for MACs of entries that the access log gets while the vault is locked. */
    public MacKey whileLocked() {
        return whileLocked;
    }

    /** The key by which this node knows the program that unlocks it on its own machine. */
    public MacKey unlocking() {
        return unlocking;
    }

    /** The same for that program, from the key of the sessions. */
    public static MacKey unlocking(byte[] sessionKey) {
        return new MacKey(sessionKey).derived("unlock 1");
    }

    SessionMacs macs() {
        return macs;
    }

    /**
     * The weakest sign-in that is accepted of somebody with these roles. A setting for everybody can only ask for more; but where
     * nothing is real, the password alone suffices.
     */
    public Strength demandedStrength(Set<Role> roles) {
        Strength ofRole = Strength.demandedOf(roles);
        return ofEverybody
                .filter(each -> each == Strength.PWD || each.compareTo(ofRole) > 0)
                .orElse(ofRole);
    }

    /** What the identity provider is asked for: the strongest that it has for whoever signs in. It knows best who that is. */
    public Strength askedStrength() {
        return ofEverybody.filter(Strength.PWD::equals).orElse(Strength.PHR);
    }
}
