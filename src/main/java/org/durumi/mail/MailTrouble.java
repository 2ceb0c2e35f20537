package org.durumi.mail;

import java.time.Instant;
import java.util.Optional;

/**
 * What could not be sent so far, for an administrator.
 *
 * @param waiting how many notices wait after an attempt that failed
 * @param since when the oldest of them was written
 * @param failure the class of the last error, never what it says; empty if nothing failed
 */
public record MailTrouble(int waiting, Optional<Instant> since, String failure) {}
