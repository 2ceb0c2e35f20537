package org.durumi.risk;

import org.durumi.cases.Checklist;
import org.durumi.kernel.Answer;

/** The questions of the checklist before a departure that the record can answer: of check-in plans it has nothing. */
public enum ChecklistQuestion {
    PHONES_LEFT_HOME("phonesLeftHome"),
    BROKER_VETTED("brokerVetted"),
    PRICE_COMPARED("priceCompared"),
    CONSENT_GIVEN("consentGiven");

    private final String field;

    ChecklistQuestion(String field) {
        this.field = field;
    }

    /** The field of a form that asks it. */
    public String field() {
        return field;
    }

    Answer answered(Checklist checklist) {
        return switch (this) {
            case PHONES_LEFT_HOME -> checklist.phonesLeftHome();
            case BROKER_VETTED -> checklist.brokerVetted();
            case PRICE_COMPARED -> checklist.priceCompared();
            case CONSENT_GIVEN -> checklist.consentGiven();
        };
    }
}
