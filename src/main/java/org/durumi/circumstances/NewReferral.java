package org.durumi.circumstances;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Set;
import org.durumi.kernel.Longest;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.Visible;
import org.durumi.kernel.VisibleText;
import org.durumi.vault.RowCopy;

/**
 * What another organisation is asked to do for people; the case stays ours.
 *
 * @param whom for whom
 * @param organisation such as «a hospital in Bangkok»; no names of people
 * @param asked unknown only while nobody was asked
 * @param lastWord when they last said something; unknown before they did
 * @param passedOn what they were told; may be empty
 * @param withoutConsent why something was passed on although not all of them agreed to it; empty if they did
 * @param words anything else; may be empty
 */
public record NewReferral(
        @NotEmpty Set<ParticipantId> whom,
        @NotNull ReferralKind kind,
        @NotNull ReferredTo to,

        @NotNull @Visible @Longest(120) String organisation,

        @NotNull ReferralState state,
        @NotNull PartialDate asked,
        @NotNull PartialDate lastWord,
        @NotNull @Longest(value = 500, lines = true) String passedOn,
        @NotNull @Longest(value = 500, lines = true) String withoutConsent,
        @NotNull @Longest(value = 500, lines = true) String words)
        implements NewCircumstance {
    public NewReferral {
        whom = Set.copyOf(whom);
    }

    @Override
    public CircumstanceKind circumstance() {
        return CircumstanceKind.REFERRAL;
    }

    /** Whether another organisation knows of them by it. */
    boolean isPassedOn() {
        return switch (state) {
            case PLANNED -> false;
            case NOT_DONE -> asked.isKnown() || lastWord.isKnown() || !VisibleText.isEmpty(passedOn);
            default -> true;
        };
    }

    @Override
    public PartialDate when() {
        return asked;
    }

    @Override
    public NewReferral inCopy(RowCopy copy) {
        return new NewReferral(
                copy.of(whom), kind, to, organisation, state, asked, lastWord, passedOn, withoutConsent, words);
    }

    @Override
    public void check(LocalDate today) {
        NewCircumstance.past("asked", asked, today);
        NewCircumstance.past("lastWord", lastWord, today);
        NewCircumstance.ordered(asked, "lastWord", lastWord);
        if (state == ReferralState.PLANNED) {
            blankWhilePlanned("asked", !asked.isKnown());
            blankWhilePlanned("lastWord", !lastWord.isKnown());
            blankWhilePlanned("passedOn", VisibleText.isEmpty(passedOn));
            blankWhilePlanned("withoutConsent", VisibleText.isEmpty(withoutConsent));
        }
        // Whose consent counted is asked of that day: what becomes of the referral later must not move it.
        if (isPassedOn() && !asked.isKnown()) {
            throw RuleViolation.at("asked", "referral.asked-when");
        }
        if (!isPassedOn() && !VisibleText.isEmpty(withoutConsent)) {
            throw RuleViolation.at("withoutConsent", "referral.without-consent.not-needed");
        }
    }

    private static void blankWhilePlanned(String field, boolean isBlank) {
        if (!isBlank) {
            throw RuleViolation.at(field, "referral.only-planned");
        }
    }
}
