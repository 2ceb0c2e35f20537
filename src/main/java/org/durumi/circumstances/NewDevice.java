package org.durumi.circumstances;

import jakarta.validation.constraints.NotNull;
import org.durumi.kernel.Answer;
import org.durumi.kernel.Longest;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.Visible;

/**
 * What is known of a phone or SIM.
 *
 * @param label how to recognise it, such as «old phone»; never a number
 * @param number the number as it was typed; only its keyed hash and its last three digits are kept. Empty if not known,
 *     or to keep the one that is recorded
 * @param policeRegistered registered with the police
 * @param carried carried on the journey
 * @param leftBehind left behind, confirmed
 * @param adviceGiven somebody advised what to do with it
 * @param takenByHousehold somebody in the household took it away, from–until as far as known
 */
public record NewDevice(
        @NotNull @Visible @Longest(80) String label,
        @NotNull @Longest(40) String number,
        @NotNull Answer policeRegistered,
        @NotNull Answer carried,
        boolean leftBehind,
        boolean adviceGiven,
        boolean takenByHousehold,
        @NotNull PartialDate takenFrom,
        @NotNull PartialDate takenUntil) {}
