package org.durumi.kernel;

/** At most a minute has passed: whoever has something due does it now. Fired on one node at a time, and nobody is signed in. */
public record MinutePassed() {}
