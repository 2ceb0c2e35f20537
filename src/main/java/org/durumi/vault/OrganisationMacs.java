package org.durumi.vault;

import org.durumi.mac.MacKey;
import org.durumi.mac.MacUse;
import org.durumi.mac.Macs;

/** The MACs of an organisation's key, for a program beside the application, which holds the key itself. */
final class OrganisationMacs extends Macs {
    private final VersionedKey organisation;

    OrganisationMacs(VersionedKey organisation) {
        this.organisation = organisation;
    }

    @Override
    protected MacKey key(MacUse use) {
        return organisation.derived(use.label());
    }

    @Override
    public boolean areLocked() {
        return false;
    }
}
