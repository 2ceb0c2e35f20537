package org.durumi.circumstances;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.durumi.kernel.Answer;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.Texts;
import org.durumi.route.Certainty;

/** What a plain circumstance says, in the reader's words. */
public final class PlainWords {
    private static final String BESIDE = " · ";
    private static final int LONGEST_TITLE = 60;

    private final Circumstances all;
    private final Function<ParticipantId, String> labels;
    private final Texts texts;

    /**
     * @param all of the case: one may refer to another
     * @param labels what the people in the case are called
     */
    public PlainWords(Circumstances all, Function<ParticipantId, String> labels, Texts texts) {
        this.all = all;
        this.labels = labels;
        this.texts = texts;
    }

    /** What it is called among others: «Arrest · Kunming, China». */
    public static String title(PlainCircumstance<?> one, Texts texts) {
        return switch (one.known()) {
            case NewIncident incident ->
                beside(what(incident, texts), incident.place().in(texts));
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
            case NewBackground background ->
                beside(
                        texts.text("circumstances.background"),
                        unless(background.occupation(), Occupation.UNKNOWN, texts),
                        unless(background.living(), LivingSituation.UNKNOWN, texts));
            case NewNeed need -> texts.text(need.kind());
            case NewRelationship relation -> texts.text("circumstances.relation", relation.kind());
            case NewRelative relative ->
                beside(
                        texts.text("circumstances.relative", relative.kind()),
                        texts.text(relative.whereabouts()),
                        relative.place().in(texts));
            case NewSafeContact contact ->
                beside(texts.text("circumstances.safe-contact", contact.channel()), contact.over());
            case NewReferral referral ->
                beside(texts.text("circumstances.referral", referral.kind()), referral.organisation());
            case NewGroup group ->
                group.statedSize()
                        .map(size -> texts.text("circumstances.group.size", group.kind(), size))
                        .orElse(texts.text(group.kind()));
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
                    case NewBackground background -> background(background);
                    case NewNeed need -> Stream.of(need.words());
                    case NewRelationship relation -> relationship(relation);
                    case NewRelative relative -> relative(relative);
                    case NewGroup group -> group(group);
                    case NewSafeContact contact ->
                        Stream.of(said("circumstances.safe-contact.times", contact.times()), contact.words());
                    case NewReferral referral -> referral(referral);
                };
        return said.filter(each -> !each.isBlank()).toList();
    }

    /** The same in one line. */
    public String line(PlainCircumstance<?> one) {
        return String.join(BESIDE, details(one));
    }

    private Stream<String> incident(NewIncident incident) {
        return Stream.of(
                incident.certainty() == Certainty.CONFIRMED ? "" : texts.text(incident.certainty()),
                said("circumstances.incident.by", incident.byWhom()),
                isNamed(incident) ? "" : incident.words(),
                causes(incident.triggeredBy()));
    }

    /** What is none of the kinds is called by its words, if they are few. */
    private static String what(NewIncident incident, Texts texts) {
        return isNamed(incident) ? incident.words() : texts.text(incident.kind());
    }

    private static boolean isNamed(NewIncident incident) {
        return incident.kind() == IncidentKind.OTHER
                && !incident.words().isBlank()
                && incident.words().length() <= LONGEST_TITLE
                && incident.words().lines().count() == 1;
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

    private Stream<String> referral(NewReferral referral) {
        return Stream.of(
                referral.lastWord().isKnown()
                        ? texts.text("circumstances.referral.last-word", referral.state(), referral.lastWord())
                        : texts.text(referral.state()),
                said("circumstances.referral.passed-on", referral.passedOn()),
                said("circumstances.referral.without-consent", referral.withoutConsent()),
                referral.words());
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

    private Stream<String> background(NewBackground background) {
        return Stream.of(
                said(
                        "circumstances.background.residence",
                        background.residence().in(texts)),
                since("circumstances.background.in-china", background.inChinaSince()),
                background.languages().stream().sorted().map(texts::text).collect(Collectors.joining(", ")),
                background.words());
    }

    private Stream<String> relationship(NewRelationship relation) {
        return Stream.of(
                texts.text(
                        "circumstances.relationship",
                        labels.apply(relation.one()),
                        relation.kind(),
                        labels.apply(relation.other())),
                relation.certainty() == Certainty.CONFIRMED ? "" : texts.text(relation.certainty()));
    }

    private Stream<String> relative(NewRelative relative) {
        return Stream.of(
                unless(relative.occupation(), Occupation.UNKNOWN, texts),
                relative.alive() == Answer.UNKNOWN ? "" : texts.text("circumstances.relative.alive", relative.alive()),
                relative.exposure() == Exposure.UNKNOWN
                        ? texts.text("circumstances.relative.exposure.ask")
                        : texts.text(relative.exposure()),
                relative.words());
    }

    private Stream<String> group(NewGroup group) {
        int others = group.others();
        return Stream.of(
                group.whom().stream().map(labels).sorted().collect(Collectors.joining(", ")),
                others > 0 ? texts.text("circumstances.group.others", others) : "",
                group.words());
    }

    /** When it happened, or from when to when; empty if neither is known. */
    public static String when(PlainCircumstance<?> one, Texts texts) {
        PartialDate until =
                switch (one.known()) {
                    case NewPosting posting -> posting.until();
                    case NewNeed need -> need.until();
                    case NewRelationship relation -> relation.until();
                    case NewGroup group -> group.until();
                    case NewSafeContact contact -> contact.until();
                    case NewIncident incident -> PartialDate.unknown();
                    case NewDetention detention -> PartialDate.unknown();
                    case NewIntervention intervention -> PartialDate.unknown();
                    case NewReferral referral -> PartialDate.unknown();
                    case NewBackground background -> PartialDate.unknown();
                    case NewRelative relative -> PartialDate.unknown();
                };
        return until.isKnown()
                ? texts.text("circumstances.span", one.when(), until)
                : one.when().isKnown() ? texts.date(one.when()) : "";
    }

    private static <E extends Enum<E>> String unless(E said, E unknown, Texts texts) {
        return said == unknown ? "" : texts.text(said);
    }

    private String since(String key, PartialDate date) {
        return date.isKnown() ? texts.text(key, date) : "";
    }

    private String said(String key, String text) {
        return text.isBlank() ? "" : texts.text(key, text);
    }

    /** Parts beside each other, without those that are blank. */
    public static String beside(String... parts) {
        return Stream.of(parts).filter(each -> !each.isBlank()).collect(Collectors.joining(BESIDE));
    }
}
