package org.durumi.mail;

import java.util.Optional;

/**
 * Where and how somebody is told by mail, as they see it.
 *
 * @param isSet whether the organisation sends mails at all
 * @param address where they are told; empty if nowhere
 * @param waiting what waits for its code; empty if nothing does
 * @param trouble what could not be sent, for administrators; for others nothing
 */
public record MyMail(boolean isSet, String address, MailRhythm rhythm, String waiting, Optional<MailTrouble> trouble) {}
