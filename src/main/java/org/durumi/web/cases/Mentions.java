package org.durumi.web.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseView;
import org.durumi.cases.Participant;
import org.durumi.cases.StageEntry;
import org.durumi.circumstances.CircumstancesService;
import org.durumi.circumstances.Leg;
import org.durumi.costs.BrokerService;
import org.durumi.costs.QuoteService;
import org.durumi.kernel.BrokerId;
import org.durumi.kernel.Texts;
import org.durumi.route.Stage;
import org.durumi.web.support.Choice;

/** The brokers and legs that entries of a journey mention: those to choose from, and their names. */
@ApplicationScoped
class Mentions {
    @Inject
    BrokerService brokers;

    @Inject
    QuoteService quotes;

    @Inject
    CircumstancesService circumstances;

    /** The brokers that this stage may name; empty for a stage that names none. */
    List<Choice> brokers(Stage stage) {
        return stage == Stage.BROKER
                ? brokers.choices().stream()
                        .map(each -> new Choice(each.id().toString(), each.codeName()))
                        .toList()
                : List.of();
    }

    /** The same for a correction, which may keep the broker whom the entry names, also if he was blacklisted since. */
    List<Choice> brokers(Stage stage, CaseView view, StageEntry wrong) {
        List<Choice> choices = brokers(stage);
        Set<BrokerId> kept = stage == Stage.BROKER ? wrong.broker().stream().collect(Collectors.toSet()) : Set.of();
        return Stream.concat(
                        choices.stream(),
                        quotes.brokers(view.file(), kept).values().stream()
                                .map(each -> new Choice(each.id().toString(), each.codeName())))
                .distinct()
                .toList();
    }

    /** The legs that all of these people travel and this stage may name; empty for a stage that names none. */
    List<Choice> legs(Stage stage, CaseView view, List<Participant> who, Texts texts) {
        return stage == Stage.TRANSIT
                ? circumstances.of(view.file(), AccessGroup.LEG).legs().stream()
                        .filter(leg -> who.stream().allMatch(each -> leg.isTravelledBy(each.id())))
                        .map(each -> new Choice(each.original().toString(), name(each, texts)))
                        .toList()
                : List.of();
    }

    /** The names of all brokers and legs that the entries of a case mention, by identifier. */
    Map<String, String> names(CaseView view, Texts texts) {
        boolean named = view.entries().stream().anyMatch(each -> each.leg().isPresent());
        return names(
                view, named ? circumstances.of(view.file(), AccessGroup.LEG).legs() : List.of(), texts);
    }

    /** The same where the legs of the case have been read already. */
    Map<String, String> names(CaseView view, List<Leg> legs, Texts texts) {
        Set<BrokerId> mentioned = view.entries().stream()
                .map(StageEntry::broker)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        Map<String, String> names = new HashMap<>();
        legs.forEach(each -> names.put(each.original().toString(), name(each, texts)));
        quotes.brokers(view.file(), mentioned)
                .values()
                .forEach(each -> names.put(each.id().toString(), each.codeName()));
        return names;
    }

    private static String name(Leg leg, Texts texts) {
        return texts.text("stage.leg.name", leg.from().in(texts), leg.to().in(texts), leg.means());
    }
}
