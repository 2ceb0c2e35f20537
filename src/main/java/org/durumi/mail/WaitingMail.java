package org.durumi.mail;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.Level;

/**
 * Something of which one person is to be told by mail.
 *
 * @param level of an alert; else empty
 * @param urgent whether they are told at once, whatever they have chosen
 */
record WaitingMail(UUID id, CaseNumber number, MailCause cause, Optional<Level> level, boolean urgent, Instant at) {}
