package org.durumi.evidence;

/** Who or what a source is. */
public enum SourceKind {
    CLIENT,
    RELATIVE,
    FIELD_CONTACT,
    ANONYMOUS_INSIDER,
    OFFICIAL,
    MEDIA,
    NGO,
    UN,
    BROKER,
    DOCUMENT
}
