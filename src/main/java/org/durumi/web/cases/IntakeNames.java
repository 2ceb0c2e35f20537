package org.durumi.web.cases;

import gg.jte.Content;
import java.util.List;
import java.util.function.Consumer;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.RuleViolation;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.Page;

/** What intake asks about names. Only the pages of people see them: they answer. */
public interface IntakeNames {
    /** Draws the fields for the names of one person. */
    Content fields(Page page, FormInput input, String prefix);

    /** Reads the names of each person; notes at their fields what is wrong. */
    void read(FormInput input, List<String> prefixes);

    /**
     * Asks whether somebody has a case already or stands in the form twice, unless the form says that this was answered for these names.
     *
     * @param own is told of each case of the reader's that may be of one of them
     * @return whether there was a name to ask for
     * @throws RuleViolation if somebody may have one; more is said at the fields
     */
    boolean requireNew(FormInput input, List<String> prefixes, Consumer<CaseNumber> own);

    /** The names of one person as they were typed, in one line; empty if none was. */
    String shown(FormInput input, String prefix);

    /** Records the names with the case, in the transaction of its opening. */
    void record(CaseNumber number, FormInput input, List<String> prefixes);
}
