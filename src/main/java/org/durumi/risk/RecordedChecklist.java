package org.durumi.risk;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.durumi.cases.Checklist;
import org.durumi.cases.Permission;
import org.durumi.circumstances.Device;
import org.durumi.costs.Broker;
import org.durumi.costs.Quote;
import org.durumi.costs.QuoteLine;
import org.durumi.costs.QuoteState;
import org.durumi.costs.Vetting;
import org.durumi.kernel.Answer;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.RuleViolation;

/**
 * What the record says to the checklist of a departure.
 *
 * @param people who leave
 * @param said by each entry that says something
 */
public record RecordedChecklist(Set<ParticipantId> people, List<Said> said) {
    /**
     * What one entry says to one question.
     *
     * @param who of the people
     * @param entry the phone or quote that says it; empty if it is the broker whom their journey names, or a consent
     * @param key of the sentence that says it
     * @param arguments of the sentence, no name among them
     */
    public record Said(
            ChecklistQuestion question,
            Answer answer,
            ParticipantId who,
            Optional<EntryId> entry,
            String key,
            List<Object> arguments) {
        public Said {
            arguments = List.copyOf(arguments);
        }
    }

    public RecordedChecklist {
        people = Set.copyOf(people);
        said = List.copyOf(said);
    }

    /**
     * What is recorded of one person.
     *
     * @param phones that stand
     * @param offered their quotes
     * @param engaged the broker whom their journey names; empty if it names none
     * @param consent whether they agree to the work on their case
     */
    static RecordedChecklist of(
            ParticipantId who,
            List<Device> phones,
            List<QuoteLine> offered,
            Optional<Broker> engaged,
            Permission consent) {
        List<QuoteLine> accepted = offered.stream()
                .filter(line -> line.state() == QuoteState.ACCEPTED)
                .toList();
        Stream<Said> brokers =
                engaged
                        .filter(named -> accepted.stream()
                                .noneMatch(line -> line.broker().id().equals(named.id())))
                        .stream()
                        .map(broker -> vetted(who, Optional.empty(), broker));
        return new RecordedChecklist(
                Set.of(who),
                Stream.of(
                                phones.stream().map(phone -> leftHome(who, phone)),
                                accepted.stream()
                                        .map(line -> vetted(
                                                who, Optional.of(line.quote().id()), line.broker())),
                                brokers,
                                accepted.stream().map(line -> compared(who, line)),
                                agreed(who, consent))
                        .flatMap(each -> each)
                        .toList());
    }

    private static Said leftHome(ParticipantId who, Device phone) {
        Answer stays = phone.leftBehind() || phone.carried() == Answer.NO
                ? Answer.YES
                : phone.carried() == Answer.YES ? Answer.NO : Answer.UNKNOWN;
        return new Said(
                ChecklistQuestion.PHONES_LEFT_HOME,
                stays,
                who,
                Optional.of(phone.id()),
                "checklist.said.phone." + stays.name(),
                List.of(phone.recorded().at()));
    }

    private static Stream<Said> agreed(ParticipantId who, Permission consent) {
        return Stream.of(consent)
                .filter(each -> each != Permission.NOT_RECORDED)
                .map(each -> new Said(
                        ChecklistQuestion.CONSENT_GIVEN,
                        each.permits() ? Answer.YES : Answer.NO,
                        who,
                        Optional.empty(),
                        "checklist.said.consent",
                        List.of(each)));
    }

    private static Said vetted(ParticipantId who, Optional<EntryId> quote, Broker broker) {
        return new Said(
                ChecklistQuestion.BROKER_VETTED,
                broker.vetting() == Vetting.VETTED ? Answer.YES : Answer.NO,
                who,
                quote,
                quote.isPresent() ? "checklist.said.broker.accepted" : "checklist.said.broker.engaged",
                List.of(broker.codeName(), broker.vetting()));
    }

    private static Said compared(ParticipantId who, QuoteLine line) {
        Quote quote = line.quote();
        return quote.deviation()
                .map(deviation ->
                        compared(who, quote, Answer.YES, List.of(line.broker().codeName(), deviation)))
                .orElseGet(() ->
                        compared(who, quote, Answer.NO, List.of(line.broker().codeName())));
    }

    private static Said compared(ParticipantId who, Quote quote, Answer answer, List<Object> arguments) {
        return new Said(
                ChecklistQuestion.PRICE_COMPARED,
                answer,
                who,
                Optional.of(quote.id()),
                "checklist.said.price." + answer.name(),
                arguments);
    }

    /** The same for more people, who leave together. */
    RecordedChecklist and(RecordedChecklist others) {
        return new RecordedChecklist(
                Stream.concat(people.stream(), others.people.stream()).collect(Collectors.toSet()),
                Stream.concat(said.stream(), others.said.stream()).distinct().toList());
    }

    /** What is said to one question. */
    public List<Said> to(ChecklistQuestion question) {
        return said.stream().filter(each -> each.question() == question).toList();
    }

    /** The answer of the record: no if one entry says so, yes if of everybody every entry does, else unknown. */
    public Answer answer(ChecklistQuestion question) {
        List<Said> all = to(question);
        if (all.stream().anyMatch(each -> each.answer() == Answer.NO)) {
            return Answer.NO;
        }
        boolean ofEverybody =
                all.stream().map(Said::who).collect(Collectors.toSet()).equals(people);
        return ofEverybody && !people.isEmpty() && all.stream().allMatch(each -> each.answer() == Answer.YES)
                ? Answer.YES
                : Answer.UNKNOWN;
    }

    /** Why these answers are refused, at the field: a «yes» that an entry contradicts. Empty if none is. */
    Optional<RuleViolation> contradictionOf(Checklist answers) {
        return said.stream()
                .filter(each -> each.answer() == Answer.NO && each.question().answered(answers) == Answer.YES)
                .findFirst()
                .map(each -> RuleViolation.at(
                        each.question().field(), each.key(), each.arguments().toArray()));
    }
}
