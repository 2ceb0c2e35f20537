package org.durumi.risk;

import java.time.Instant;
import java.util.Optional;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.Level;
import org.durumi.route.Stage;

/**
 * Somebody in a case of a caseworker, as far as it stands in clear.
 *
 * @param label the letter in the case
 * @param level of their highest open alert, or of the case if nobody else is in it; empty if neither says anything
 * @param contact when they are to be heard of, since when they are not, or when they said that they are under duress; empty if nobody awaits them
 * @param missed whether others have been told that they were not heard of
 * @param duress whether they are under duress, and no supervisor has dealt with it
 */
public record PersonInDanger(
        CaseNumber number,
        String label,
        Stage stage,
        Optional<Level> level,
        Optional<Instant> contact,
        boolean missed,
        boolean duress) {}
