package org.durumi.web.evidence;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.durumi.cases.Participant;
import org.durumi.evidence.Claim;
import org.durumi.evidence.ClaimTopic;
import org.durumi.evidence.Evidence;
import org.durumi.evidence.Matter;
import org.durumi.evidence.Source;
import org.durumi.kernel.ParticipantId;
import org.durumi.web.frame.OpenCase;
import org.durumi.web.support.Choice;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.Page;

/**
 * The matters of a case, by topic, as far as they are asked for.
 *
 * @param contradicted how many of them are contradicted
 * @param people by whom they can be filtered
 */
public record ClaimsView(
        Evidence evidence, Map<ClaimTopic, List<Matter>> topics, long contradicted, List<Choice> people) {
    /** So many matters one reads through; of more, each topic folds. */
    private static final int A_PAGE = 12;

    /** @param query the field «person» (a letter); what it says wrongly counts as not said */
    static ClaimsView of(OpenCase open, Evidence evidence, FormInput query) {
        Optional<ParticipantId> who = open.view().participants().stream()
                .filter(each -> each.label().equals(query.typed("person")))
                .map(Participant::id)
                .findFirst();
        List<Matter> asked = evidence.matters().stream()
                .filter(each -> who.map(each::isAbout).orElse(true))
                .toList();
        return new ClaimsView(
                evidence,
                Evidence.byTopic(asked),
                asked.stream().filter(Matter::contradicted).count(),
                open.view().participants().stream()
                        .map(each -> new Choice(each.label(), open.texts().text("participant.name", each.label())))
                        .toList());
    }

    /** Whether nobody reads through all of it: topics in which nothing is contradicted are folded. */
    public boolean isLong() {
        return topics.values().stream().mapToInt(List::size).sum() > A_PAGE;
    }

    /** Whether one of these matters is contradicted. */
    public boolean isContested(List<Matter> some) {
        return some.stream().anyMatch(Matter::contradicted);
    }

    /** Only what tells of one claim. */
    static ClaimsView of(Evidence evidence) {
        return new ClaimsView(evidence, Map.of(), 0, List.of());
    }

    /** How many voices say it. */
    public String howManySay(Matter matter, Page page) {
        return page.text(matter.takesSide() ? "claim.saying" : "claim.speaking", evidence.voices(matter.saying()));
    }

    /** How many voices speak against it. */
    public String howManySpeakAgainst(Matter matter, Page page) {
        return page.text("claim.against", evidence.voices(matter.against()));
    }

    /** Who speaks against a matter, as far as it counts. */
    public List<String> against(Matter matter, Page page) {
        return speakers(matter.against(), page);
    }

    /** Who says it. */
    public List<String> saying(Matter matter, Page page) {
        return speakers(matter.saying(), page);
    }

    private List<String> speakers(List<Claim> claims, Page page) {
        return claims.stream()
                .filter(Claim::counts)
                .map(each -> speaker(each, page))
                .distinct()
                .toList();
    }

    /** An office by its word, with the source that tells of it; a source by its code name. */
    private String speaker(Claim claim, Page page) {
        return claim.stance()
                .map(stance -> page.text(
                        "claim.speaker",
                        claim.known().actor(),
                        evidence.source(claim).codeName()))
                .orElseGet(() -> origin(claim, page));
    }

    /** Where a claim comes from: «S-3 · media · usually reliable (B)». */
    public String origin(Claim claim, Page page) {
        Source source = evidence.source(claim);
        return page.text("claim.card.source", source.codeName(), source.kind(), source.reliability());
    }
}
