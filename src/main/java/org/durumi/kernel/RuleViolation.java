package org.durumi.kernel;

import java.util.List;

/**
 * A domain rule forbids what was asked, and the user can mend it. The message key is looked up in the user's language;
 * the arguments are enums, numbers, dates and case numbers, never a name, a place or a note.
 */
public class RuleViolation extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Object> arguments;
    private final String messageKey;
    private final String field;

    /** Broken by the request as a whole: shown on top of the form. */
    public RuleViolation(String messageKey, Object... arguments) {
        this("", messageKey, arguments);
    }

    private RuleViolation(String field, String messageKey, Object... arguments) {
        super(messageKey);
        this.messageKey = messageKey;
        this.field = field;
        this.arguments = List.of(arguments);
    }

    /** Broken by one field of the form: shown at that field. */
    public static RuleViolation at(String field, String messageKey, Object... arguments) {
        return new RuleViolation(field, messageKey, arguments);
    }

    public String messageKey() {
        return messageKey;
    }

    public List<Object> arguments() {
        return arguments;
    }

    /** The name of the field, or empty if the request as a whole breaks the rule. */
    public String field() {
        return field;
    }
}
