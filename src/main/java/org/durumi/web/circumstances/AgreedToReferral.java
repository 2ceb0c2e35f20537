package org.durumi.web.circumstances;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.durumi.cases.CaseView;
import org.durumi.cases.Consent;
import org.durumi.cases.ConsentPurpose;
import org.durumi.cases.Consents;
import org.durumi.cases.Participant;
import org.durumi.circumstances.ReferredTo;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.Texts;
import org.durumi.web.support.Field;
import org.durumi.web.support.FormInput;

/**
 * What the people of a case agreed to, as far as somebody has to know it who passes something of them on.
 *
 * @param input what was typed: of those people, on that day and to that kind of organisation; of everybody, today and to all of them before
 */
public record AgreedToReferral(CaseView view, Consents consents, FormInput input) {
    /** Who of those whom it concerns did not agree, and to what, and what is recorded of it today: a line for each. */
    public List<String> missing(Texts texts) {
        PartialDate asked = asked();
        Object when = asked.isKnown() ? asked : consents.today();
        Map<ConsentPurpose, List<ParticipantId>> without = new EnumMap<>(ConsentPurpose.class);
        purposes().forEach(each -> without.put(each, consents.without(each, asked)));
        return concerned().stream()
                .flatMap(who -> {
                    Consents theirs = consents.of(who.id());
                    String purposes = without.entrySet().stream()
                            .filter(each -> each.getValue().contains(who.id()))
                            .map(Map.Entry::getKey)
                            .map(each -> texts.text("referral.form.permission", each, theirs.permit(each)))
                            .collect(Collectors.joining(", "));
                    return purposes.isEmpty()
                            ? Stream.<String>empty()
                            : Stream.of(texts.text("referral.form.not-agreed", who.label(), purposes, when));
                })
                .toList();
    }

    /** Those who are ticked; everybody while nobody is. */
    private List<Participant> concerned() {
        List<Participant> ticked = view.participants().stream()
                .filter(each -> input.isChosen(FormInput.WHOM, each.id().toString()))
                .toList();
        return ticked.isEmpty() ? view.participants() : ticked;
    }

    /** What they want withheld, a line for each: also of those who agree no more, for it may have been passed on before, or be in spite of it. */
    public List<String> withheld(Texts texts) {
        return consents.standing().stream()
                .filter(each -> purposes().contains(each.purpose())
                        && view.everybody().contains(each.participant())
                        && !each.withhold().isEmpty())
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
