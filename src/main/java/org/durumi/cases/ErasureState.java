package org.durumi.cases;

/** What became of somebody's wish to erase a case. */
public enum ErasureState {
    ASKED,
    WITHDRAWN,
    DECLINED,
    /** Two people agree; it is carried out after a pause. */
    APPROVED,
    /** Somebody thought better of it in the pause. */
    STOPPED,
    CARRIED_OUT
}
