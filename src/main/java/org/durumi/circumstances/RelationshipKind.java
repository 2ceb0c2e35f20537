package org.durumi.circumstances;

/** What one person is to another. Each is said from both sides: whose parent somebody is, is their child. */
public enum RelationshipKind {
    SPOUSE,
    PARENT,
    CHILD,
    SIBLING,
    RELATIVE,
    NEIGHBOUR,
    ACQUAINTANCE,
    COLLEAGUE,
    /** Holds the other back. */
    CONTROLLER,
    /** Is held back by the other. */
    CONTROLLED;

    /** The same, said from the other side. */
    public RelationshipKind other() {
        return switch (this) {
            case PARENT -> CHILD;
            case CHILD -> PARENT;
            case CONTROLLER -> CONTROLLED;
            case CONTROLLED -> CONTROLLER;
            case SPOUSE, SIBLING, RELATIVE, NEIGHBOUR, ACQUAINTANCE, COLLEAGUE -> this;
        };
    }
}
