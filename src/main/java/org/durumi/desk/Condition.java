package org.durumi.desk;

import java.util.List;

/**
 * What was found of one thing.
 *
 * @param said the last part of the key of its text; empty for the usual one
 * @param arguments of that text; neither a name, nor a machine, nor a path
 */
public record Condition(InstallationCheck what, Verdict verdict, String said, List<Object> arguments) {
    static Condition of(InstallationCheck what, Verdict verdict, Object... arguments) {
        return new Condition(what, verdict, "", List.of(arguments));
    }

    /** Where there is nothing to say in numbers. */
    static Condition none(InstallationCheck what, Verdict verdict) {
        return new Condition(what, verdict, ".none", List.of());
    }

    /** The key of its text. */
    public String key() {
        return "installation.said." + what.name() + said;
    }
}
