package org.durumi.work;

import java.util.Set;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;

/** Speaking beginnings for tests of notes. */
public final class NoteFixtures {
    private NoteFixtures() {}

    /** Somebody was called, or was to be. */
    public static NewContact call(
            ContactOutcome outcome,
            PartialDate happened,
            String other,
            Set<ParticipantId> with,
            ParticipantId... about) {
        return new NewContact(
                NoteKind.CALL,
                ContactBy.PHONE,
                with,
                other,
                outcome,
                happened,
                "we spoke about the way",
                Set.of(about));
    }

    public static NewNote note(String text, ParticipantId... about) {
        return new NewNote(Set.of(about), text);
    }
}
