package org.durumi.links;

import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.durumi.cases.CaseDescription;

/** What is said of a case, fact by fact: two cases that are one may say two things. */
public enum CaseFact {
    KIND(
            CaseDescription::kind,
            (to, from) -> new CaseDescription(from.kind(), to.route(), to.destination(), to.priority(), to.label())),
    ROUTE(
            CaseDescription::route,
            (to, from) -> new CaseDescription(to.kind(), from.route(), to.destination(), to.priority(), to.label())),
    DESTINATION(
            CaseDescription::destination,
            (to, from) -> new CaseDescription(to.kind(), to.route(), from.destination(), to.priority(), to.label())),
    PRIORITY(
            CaseDescription::priority,
            (to, from) -> new CaseDescription(to.kind(), to.route(), to.destination(), from.priority(), to.label())),
    LABEL(
            CaseDescription::label,
            (to, from) -> new CaseDescription(to.kind(), to.route(), to.destination(), to.priority(), from.label()));

    private final Function<CaseDescription, Object> reading;
    private final BinaryOperator<CaseDescription> taking;

    CaseFact(Function<CaseDescription, Object> reading, BinaryOperator<CaseDescription> taking) {
        this.reading = reading;
        this.taking = taking;
    }

    /** What a description says of it. */
    public Object of(CaseDescription known) {
        return reading.apply(known);
    }

    /** A description that says of this what another says, and of everything else what it said. */
    CaseDescription take(CaseDescription to, CaseDescription from) {
        return taking.apply(to, from);
    }
}
