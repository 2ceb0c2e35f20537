package org.durumi.identity;

/** Somebody is about to get a session. Fired before the session exists: an observer that throws prevents it. */
public record SignedIn(Actor actor) {}
