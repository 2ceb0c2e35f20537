package org.durumi.links;

import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.durumi.cases.NewParticipant;

/** What is known of a person, fact by fact: two cases that are one may say two things. */
public enum PersonFact {
    ROLE(
            NewParticipant::role,
            (to, from) -> new NewParticipant(from.role(), to.ageBand(), to.sex(), to.elite(), to.unaccompanied())),
    AGE_BAND(
            NewParticipant::ageBand,
            (to, from) -> new NewParticipant(to.role(), from.ageBand(), to.sex(), to.elite(), to.unaccompanied())),
    SEX(
            NewParticipant::sex,
            (to, from) -> new NewParticipant(to.role(), to.ageBand(), from.sex(), to.elite(), to.unaccompanied())),
    ELITE(
            NewParticipant::elite,
            (to, from) -> new NewParticipant(to.role(), to.ageBand(), to.sex(), from.elite(), to.unaccompanied())),
    UNACCOMPANIED(
            NewParticipant::unaccompanied,
            (to, from) -> new NewParticipant(to.role(), to.ageBand(), to.sex(), to.elite(), from.unaccompanied()));

    private final Function<NewParticipant, Object> reading;
    private final BinaryOperator<NewParticipant> taking;

    PersonFact(Function<NewParticipant, Object> reading, BinaryOperator<NewParticipant> taking) {
        this.reading = reading;
        this.taking = taking;
    }

    /** What is known of it. */
    public Object of(NewParticipant known) {
        return reading.apply(known);
    }

    /** What is known, with this as another case knows it. */
    NewParticipant take(NewParticipant to, NewParticipant from) {
        return taking.apply(to, from);
    }
}
