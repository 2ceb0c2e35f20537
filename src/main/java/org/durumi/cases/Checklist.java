package org.durumi.cases;

import java.util.stream.Stream;
import org.durumi.kernel.Answer;

/**
 * What is asked before every departure: phones left at home, broker vetted, price compared, check-in plan made, consent
 * given. Unknown means that the question was not asked.
 */
public record Checklist(
        Answer phonesLeftHome, Answer brokerVetted, Answer priceCompared, Answer checkInPlan, Answer consentGiven) {

    /** The checklist of an entry that is no departure, or whose questions nobody asked. */
    public static Checklist notAsked() {
        return new Checklist(Answer.UNKNOWN, Answer.UNKNOWN, Answer.UNKNOWN, Answer.UNKNOWN, Answer.UNKNOWN);
    }

    /** Whether every question has been answered with yes or no. */
    public boolean isAnswered() {
        return answers().noneMatch(answer -> answer == Answer.UNKNOWN);
    }

    /** Whether every question has been answered with yes. */
    public boolean isComplete() {
        return answers().allMatch(answer -> answer == Answer.YES);
    }

    private Stream<Answer> answers() {
        return Stream.of(phonesLeftHome, brokerVetted, priceCompared, checkInPlan, consentGiven);
    }
}
