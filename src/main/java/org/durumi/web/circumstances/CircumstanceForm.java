package org.durumi.web.circumstances;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.durumi.cases.CaseView;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.Texts;
import org.durumi.web.support.Choice;
import org.durumi.web.support.Difference;
import org.durumi.web.support.FormInput;

/**
 * The page of a form about one circumstance.
 *
 * @param ofWhom the participant's letter; empty if that is still to be chosen
 * @param action where the form is sent
 * @param people everybody in the case
 * @param differences what somebody else stored meanwhile; empty if nobody did
 */
public record CircumstanceForm(
        CaseNumber number,
        String ofWhom,
        String action,
        FormInput input,
        List<Choice> people,
        List<Difference> differences) {
    /** The field that says whom the circumstance is about. */
    static final String PARTICIPANT = "participant";

    public CircumstanceForm {
        people = List.copyOf(people);
        differences = List.copyOf(differences);
    }

    static CircumstanceForm blank(CaseView view, String path, FormInput input, Texts texts) {
        List<Choice> people = people(view, texts);
        if (people.size() == 1 && !input.has(PARTICIPANT)) {
            input.with(PARTICIPANT, people.get(0).value());
        }
        return new CircumstanceForm(view.file().number(), "", address(view, path, "new"), input, people, List.of());
    }

    static CircumstanceForm stored(
            CaseView view,
            String path,
            EntryId id,
            String ofWhom,
            FormInput input,
            List<Difference> differences,
            Texts texts) {
        return new CircumstanceForm(
                view.file().number(),
                ofWhom,
                address(view, path, id.toString()),
                input,
                people(view, texts),
                differences);
    }

    /** Whether something recorded is changed, not something new recorded. */
    public boolean changes() {
        return input.has(FormInput.VERSION);
    }

    /** Fills in whom a new form is about, if the link said so. */
    static FormInput about(FormInput input, String whoOrNull) {
        return id(whoOrNull).map(who -> input.with(PARTICIPANT, who.toString())).orElse(input);
    }

    /** Whom a new circumstance is about; empty with an error if nobody was chosen. */
    static Optional<ParticipantId> whom(FormInput input) {
        return input.id(PARTICIPANT).map(ParticipantId::new);
    }

    static Optional<UUID> id(String textOrNull) {
        try {
            return Optional.ofNullable(textOrNull).map(UUID::fromString);
        } catch (IllegalArgumentException notId) {
            return Optional.empty();
        }
    }

    private static List<Choice> people(CaseView view, Texts texts) {
        return view.participants().stream()
                .map(each -> new Choice(
                        each.id().toString(),
                        texts.text("circumstances.participant", each.label(), texts.text(each.role()))))
                .toList();
    }

    private static String address(CaseView view, String path, String last) {
        return "/cases/" + view.file().number() + "/" + path + "/" + last;
    }
}
