package org.durumi.files;

import jakarta.validation.constraints.NotNull;
import java.util.Set;
import org.durumi.kernel.Longest;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.Visible;

/**
 * A file that somebody attaches to a case.
 *
 * @param title what it shows; no addresses, numbers or names
 * @param dated of which day it is
 * @param about whom it is about; nobody if it is about the case as a whole
 */
public record NewAttachment(
        @NotNull @Visible @Longest(120) String title,
        @NotNull PartialDate dated,
        @NotNull Set<ParticipantId> about) {
    public NewAttachment {
        about = Set.copyOf(about);
    }
}
