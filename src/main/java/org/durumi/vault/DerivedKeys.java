package org.durumi.vault;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.durumi.identity.session.SessionSettings;
import org.durumi.mac.MacKey;
import org.durumi.mac.MacUse;
import org.durumi.mac.Macs;

/** The keys of MACs and indexes, one for each use. They follow from the organisation's key and are stored nowhere. */
@ApplicationScoped
public class DerivedKeys extends Macs {
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
    protected MacKey key(MacUse use) {
        return use == MacUse.ACCESS_ENTRY_WHILE_LOCKED ? settings.whileLocked() : key(use.label());
    }

    @Override
    public boolean areLocked() {
        return !lock.isOpen();
    }

    private MacKey key(String label) {
        return known.computeIfAbsent(label, lock::derived);
    }
}
