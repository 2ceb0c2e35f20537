package org.durumi.vault;

import org.durumi.mac.MacUse;
import org.durumi.mac.Macs;

/** The MACs of an organisation's key, for a program beside the application, which holds the key itself. */
final class OrganisationMacs implements Macs {
    private static final int FIRST = 1;

    private final VersionedKey organisation;

    OrganisationMacs(VersionedKey organisation) {
        this.organisation = organisation;
    }

    @Override
    public byte[] of(MacUse use, Object... values) {
        return organisation.derived(FIRST, use.label()).of(values);
    }

    @Override
    public boolean areLocked() {
        return false;
    }

    @Override
    public boolean fits(byte[] mac, MacUse use, Object... values) {
        return organisation.derived(FIRST, use.label()).fits(mac, values);
    }
}
