package org.durumi.cases;

/** What became of somebody's wish to erase a case. */
public enum ErasureState {
    ASKED,
    WITHDRAWN,
    DECLINED,
    APPROVED
}
