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
import org.durumi.mac.MacKey;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the sessions are told at the start: the key that seals for them, and how strongly people must sign in. */
@ApplicationScoped
public class SessionSettings {
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

    private Seal seal;
    private SessionMacs macs;
    private MacKey whileLocked;
    private MacKey unlocking;

    @PostConstruct
    void read() {
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

    public Strength demandedStrength() {
        String name = acr.orElse(demo ? Strength.PWD.acr() : Strength.MFA.acr()).toLowerCase(Locale.ROOT);
        return Strength.ofAcr(name)
                .orElseThrow(() -> new IllegalStateException("durumi.oidc.acr must be pwd, mfa or phr"));
    }
}
