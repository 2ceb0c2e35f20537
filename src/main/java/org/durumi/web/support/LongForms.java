package org.durumi.web.support;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.durumi.kernel.RuleViolation;

/** Keeps what was typed into a long form for days, until it is sent or given up. The feature that knows drafts does; this room knows no case. */
public interface LongForms {
    /** Whether a form is long: its page says so, and the person who is signed in may go on with it later. */
    boolean takes(String address, Map<String, List<String>> fields);

    /**
     * Keeps a form that is long.
     *
     * @param address of its page
     * @return the draft in which it is kept: the one from which it came, if it came from one
     * @throws RuleViolation if this person keeps as much as one may
     */
    UUID keep(String address, Map<String, List<String>> fields);

    /** Why a form that came from a draft is not carried out without a word: that draft is not this person's any more. Empty in the usual case. */
    Optional<RuleViolation> gone(FormInput form);

    /** A form was carried out: the draft from which it came, or in which it is kept, is gone with its key. Somebody else's stays. */
    void sent(FormInput form);
}
