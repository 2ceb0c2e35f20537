package org.durumi.web.circumstances;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.durumi.cases.CaseView;
import org.durumi.cases.Consent;
import org.durumi.cases.ConsentPurpose;
import org.durumi.cases.Consents;
import org.durumi.circumstances.ReferredTo;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.Texts;
import org.durumi.web.support.Field;
import org.durumi.web.support.FormInput;

/**
 * What the people of a case agreed to, as far as somebody has to know it who passes something of them on.
 *
 * @param input what was typed: on that day, and to that kind of organisation; today and to all of them before
 */
public record AgreedToReferral(CaseView view, Consents consents, FormInput input) {
    /** Who did not agree, and to what, a line for each. */
    public List<String> missing(Texts texts) {
        PartialDate asked = asked();
        Object day = asked.isKnown() ? asked : consents.today();
        return view.participants().stream()
                .flatMap(who -> {
                    String purposes = purposes().stream()
                            .filter(each -> consents.without(each, asked).contains(who.id()))
                            .map(texts::text)
                            .collect(Collectors.joining(", "));
                    return purposes.isEmpty()
                            ? Optional.<String>empty().stream()
                            : Optional.of(texts.text("referral.form.not-agreed", who.label(), purposes, day)).stream();
                })
                .toList();
    }

    /** What they want withheld, a line for each. */
    public List<String> withheld(Texts texts) {
        return consents.standing().stream()
                .filter(each -> purposes().contains(each.purpose())
                        && view.everybody().contains(each.participant())
                        && !each.withhold().isEmpty()
                        && consents.of(each).permits())
                .map(each -> said(each, texts))
                .toList();
    }

    private String said(Consent consent, Texts texts) {
        return texts.text(
                "referral.form.withhold", view.letter(consent.participant()), consent.purpose(), consent.withhold());
    }

    private List<ConsentPurpose> purposes() {
        List<ConsentPurpose> chosen = Arrays.stream(ReferredTo.values())
                .filter(each -> input.isChosen("to", each.name()))
                .map(ReferredTo::purpose)
                .toList();
        return chosen.isEmpty()
                ? Arrays.stream(ReferredTo.values()).map(ReferredTo::purpose).toList()
                : chosen;
    }

    /** Read beside the form, which says itself what is wrong with it. */
    private PartialDate asked() {
        FormInput only = FormInput.blank();
        input.typedBelow("asked").forEach(field -> only.with(field, input.typed(field)));
        return only.readIfTyped("asked", Field.date()).orElse(PartialDate.unknown());
    }
}
