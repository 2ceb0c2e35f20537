package org.durumi.requests;

/** What became of a request. That it has expired is no state: it has when its day is over and it is still asked. */
public enum RequestState {
    ASKED,
    GRANTED,
    DECLINED,
    WITHDRAWN,
    /** What it was about is so no more: what stands against it has changed, the case was closed, or went over to another team. */
    VOID
}
