package org.durumi.cases;

/** What somebody may agree to, each by itself. */
public enum ConsentPurpose {
    CASE_WORK,
    NGO,
    GOVERNMENT,
    UNHCR,
    MEDIA,
    STATISTICS,
    PHOTO;

    /** Whether it may rest on a legal basis where nobody could be asked. Nobody is shown in public without having been asked. */
    public boolean mayRestOnLaw() {
        return this != MEDIA && this != PHOTO;
    }
}
