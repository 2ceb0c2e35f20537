package org.durumi.mail;

import jakarta.validation.constraints.NotNull;

/** How often somebody is told by mail. */
public record NewMailRhythm(@NotNull MailRhythm rhythm) {}
