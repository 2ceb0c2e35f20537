package org.durumi.vault;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.durumi.identity.session.SessionSettings;
import org.durumi.mac.MacKey;
import org.durumi.mac.MacUse;
import org.durumi.mac.Macs;

/** The keys of MACs and indexes, one for each use. They follow from the organisation's key and are stored nowhere. */
@ApplicationScoped
public class DerivedKeys implements Macs {
    @Inject
    VaultLock lock;

    @Inject
    SessionSettings settings;

    private final Map<String, MacKey> known = new ConcurrentHashMap<>();

    /**
     * The key for an index.
     *
     * @param label what is found by it, with the version of the use, such as «person index 1»
     * @throws VaultLocked if nobody has unlocked this node
     */
    public MacKey index(String label) {
        return key(label);
    }

    @Override
    public byte[] of(MacUse use, Object... values) {
        return use == MacUse.ACCESS_ENTRY_WHILE_LOCKED
                ? settings.whileLocked().of(values)
                : key(use.label()).of(values);
    }

    @Override
    public boolean areLocked() {
        return !lock.isOpen();
    }

    @Override
    public boolean fits(byte[] mac, MacUse use, Object... values) {
        return !areLocked() && MessageDigest.isEqual(mac, of(use, values));
    }

    private MacKey key(String label) {
        return known.computeIfAbsent(label, lock::derived);
    }
}
