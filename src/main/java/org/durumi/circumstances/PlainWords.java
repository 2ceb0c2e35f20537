package org.durumi.circumstances;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.Texts;
import org.durumi.route.Certainty;

/** What a plain circumstance says, in the reader's words. */
public final class PlainWords {
    private static final String BESIDE = " · ";

    private final Circumstances all;
    private final Texts texts;

    /** @param all of the case: one may refer to another */
    public PlainWords(Circumstances all, Texts texts) {
        this.all = all;
        this.texts = texts;
    }

    /** What it is called among others: «Arrest · Kunming, China». */
    public static String title(PlainCircumstance<?> one, Texts texts) {
        return switch (one.known()) {
            case NewIncident incident ->
                beside(texts.text(incident.kind()), incident.place().in(texts));
            case NewDetention detention ->
                beside(
                        texts.text("circumstances.detention", detention.state()),
                        detention.authority(),
                        detention.place().in(texts));
            case NewIntervention intervention ->
                beside(
                        texts.text("circumstances.intervention", intervention.to(), intervention.kind()),
                        intervention.addressee());
            case NewPosting posting ->
                beside(
                        texts.text(posting.rank()),
                        posting.organisation(),
                        posting.host().in(texts));
        };
    }

    /** Everything else that is known of it, but for when and of whom; questions that nobody has answered among it. */
    public List<String> details(PlainCircumstance<?> one) {
        Stream<String> said =
                switch (one.known()) {
                    case NewIncident incident -> incident(incident);
                    case NewDetention detention -> detention(detention);
                    case NewIntervention intervention -> intervention(intervention);
                    case NewPosting posting -> posting(posting);
                };
        return said.filter(each -> !each.isBlank()).toList();
    }

    private Stream<String> incident(NewIncident incident) {
        return Stream.of(
                incident.certainty() == Certainty.CONFIRMED ? "" : texts.text(incident.certainty()),
                said("circumstances.incident.by", incident.byWhom()),
                incident.words(),
                causes(incident.triggeredBy()));
    }

    private String causes(Set<EntryId> causes) {
        String names = all.incidents().stream()
                .filter(each -> each.stands() && causes.contains(each.original()))
                .map(each -> title(each, texts))
                .collect(Collectors.joining(", "));
        return said("circumstances.incident.causes", names);
    }

    private Stream<String> detention(NewDetention detention) {
        return Stream.of(
                switch (detention.acknowledged()) {
                    case YES -> texts.text("circumstances.detention.acknowledged");
                    case NO -> texts.text("circumstances.detention.denied");
                    case UNKNOWN -> texts.text("circumstances.detention.acknowledged.ask");
                },
                texts.text(
                        "circumstances.detention.contact", detention.family(), detention.lawyer(), detention.unhcr()),
                detention.lastConfirmed().isKnown()
                        ? texts.text("circumstances.detention.confirmed", detention.lastConfirmed())
                        : texts.text("circumstances.detention.confirmed.ask"),
                detention.words());
    }

    private Stream<String> intervention(NewIntervention intervention) {
        return Stream.of(
                intervention.answered().isKnown()
                        ? texts.text(
                                "circumstances.intervention.answered", intervention.answer(), intervention.answered())
                        : texts.text(intervention.answer()),
                intervention.words());
    }

    private Stream<String> posting(NewPosting posting) {
        return Stream.of(
                posting.duties(),
                posting.status() == DiplomaticStatus.UNKNOWN ? "" : texts.text(posting.status()),
                posting.salary()
                        .map(each -> texts.text("circumstances.posting.salary", each))
                        .orElse(""),
                posting.recall() == Recall.UNKNOWN ? "" : texts.text(posting.recall()),
                since("circumstances.posting.recall-by", posting.recallBy()));
    }

    /** When it happened, or from when to when; empty if neither is known. */
    public static String when(PlainCircumstance<?> one, Texts texts) {
        return one.known() instanceof NewPosting posting && posting.until().isKnown()
                ? texts.text("circumstances.span", posting.since(), posting.until())
                : one.when().isKnown() ? texts.date(one.when()) : "";
    }

    private String since(String key, PartialDate date) {
        return date.isKnown() ? texts.text(key, date) : "";
    }

    private String said(String key, String text) {
        return text.isBlank() ? "" : texts.text(key, text);
    }

    private static String beside(String... parts) {
        return Stream.of(parts).filter(each -> !each.isBlank()).collect(Collectors.joining(BESIDE));
    }
}
