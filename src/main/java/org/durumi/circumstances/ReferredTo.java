package org.durumi.circumstances;

import org.durumi.cases.ConsentPurpose;

/** What kind of organisation is asked: each needs a consent of its own. */
public enum ReferredTo {
    /** Whoever is none of the others: an NGO, a hospital, a lawyer, a shelter, a school. */
    ORGANISATION(ConsentPurpose.NGO),
    GOVERNMENT(ConsentPurpose.GOVERNMENT),
    UNHCR(ConsentPurpose.UNHCR);

    private final ConsentPurpose purpose;

    ReferredTo(ConsentPurpose purpose) {
        this.purpose = purpose;
    }

    /** To what somebody has to agree before anything of them is passed on there. */
    public ConsentPurpose purpose() {
        return purpose;
    }
}
