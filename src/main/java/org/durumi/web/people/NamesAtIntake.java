package org.durumi.web.people;

import gg.jte.Content;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.RuleViolation;
import org.durumi.people.DuplicateSearch;
import org.durumi.people.Duplicates;
import org.durumi.people.NameForm;
import org.durumi.people.NameKind;
import org.durumi.people.NewName;
import org.durumi.people.PersonService;
import org.durumi.web.cases.IntakeNames;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.Page;
import org.durumi.web.support.Pages;

/** Asks at intake whether these people have a case already or stand there twice, and records their names with the new one. */
@ApplicationScoped
public class NamesAtIntake implements IntakeNames {
    /** The hidden field that says for which names the answer was seen. */
    private static final String ANSWERED = "answered";

    @Inject
    DuplicateSearch duplicates;

    @Inject
    PersonService people;

    @Inject
    Pages pages;

    @Override
    public Content fields(Page page, FormInput input, String prefix) {
        return pages.templates().peopleFields(page, input, prefix);
    }

    @Override
    public void read(FormInput input, List<String> prefixes) {
        names(input, prefixes);
    }

    @Override
    public boolean requireNew(FormInput input, List<String> prefixes, Consumer<CaseNumber> own) {
        List<List<NewName>> names = names(input, prefixes);
        boolean none = names.stream().allMatch(List::isEmpty);
        String these = Integer.toHexString(
                names.stream().filter(each -> !each.isEmpty()).toList().hashCode());
        if (none || !input.isValid() || input.isChosen(ANSWERED, these)) {
            return !none;
        }
        List<Duplicates> answers = duplicates.ask(names);
        input.with(ANSWERED, these);
        answers.forEach(each -> each.own().forEach(own));
        for (int i = 0; i < prefixes.size(); i++) {
            say(input, prefixes.get(i), names.get(i), answers.get(i));
        }
        List<Integer> twice = IntStream.range(0, prefixes.size())
                .filter(place -> !answers.get(place).beside().isEmpty())
                .boxed()
                .toList();
        boolean known = answers.stream().anyMatch(Duplicates::isKnown);
        if (known && !twice.isEmpty()) {
            input.errors().onTop("name.twice", letters(twice));
        }
        if (known) {
            throw new RuleViolation("name.duplicate");
        } else if (!twice.isEmpty()) {
            throw new RuleViolation("name.twice", letters(twice));
        }
        return true;
    }

    @Override
    public String shown(FormInput input, String prefix) {
        return Stream.concat(Stream.of(NameForm.values()).map(ScriptField::name), Stream.of("birthYear"))
                .map(field -> input.typed(prefix + field).strip())
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    @Override
    public void record(CaseNumber number, FormInput input, List<String> prefixes) {
        List<List<NewName>> names = names(input, prefixes);
        if (!names.stream().allMatch(List::isEmpty)) {
            people.recordAll(number, names);
        }
    }

    private static void say(FormInput input, String prefix, List<NewName> names, Duplicates answer) {
        if (answer.isFound()) {
            // Where both are to be said, the summary on top says the other.
            String field = prefix + ScriptField.name(names.get(0).form());
            String own = answer.own().stream().map(CaseNumber::value).sorted().collect(Collectors.joining(", "));
            if (!answer.isKnown()) {
                input.errors().at(field, "name.twice.beside", letters(answer.beside()));
            } else if (own.isEmpty()) {
                input.errors().at(field, "name.duplicate.elsewhere");
            } else if (answer.elsewhere()) {
                input.errors().at(field, "name.duplicate.both", own);
            } else {
                input.errors().at(field, "name.duplicate.own", own);
            }
        }
    }

    /** The letters by which the form calls people, from their places in it. */
    private static String letters(List<Integer> places) {
        return places.stream()
                .map(place -> Character.toString((char) ('A' + place)))
                .collect(Collectors.joining(", "));
    }

    private List<List<NewName>> names(FormInput input, List<String> prefixes) {
        LocalDate today = pages.page().today();
        return prefixes.stream()
                .map(prefix -> NameFields.read(input, prefix, NameKind.LEGAL, today))
                .toList();
    }
}
