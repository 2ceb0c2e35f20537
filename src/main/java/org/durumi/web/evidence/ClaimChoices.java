package org.durumi.web.evidence;

import java.util.Comparator;
import java.util.List;
import org.durumi.cases.CaseView;
import org.durumi.cases.StageEntry;
import org.durumi.evidence.Claim;
import org.durumi.evidence.Evidence;
import org.durumi.kernel.EntryId;
import org.durumi.web.support.Choice;
import org.durumi.web.support.Page;

/** What the forms about claims offer to choose from. */
final class ClaimChoices {
    private static final int LONGEST = 60;

    private ClaimChoices() {}

    /** The claims of a case that stand, but one: «Destination · S-3 · Both want to go to Japan». */
    static List<Choice> claims(Evidence evidence, List<EntryId> without, Page page) {
        return evidence.standing().stream()
                .filter(each -> !without.contains(each.original()))
                .sorted(Comparator.comparing(Claim::topic))
                .map(each -> new Choice(each.original().toString(), title(each, evidence, page)))
                .toList();
    }

    static String title(Claim claim, Evidence evidence, Page page) {
        return page.text(
                "claim.choice", claim.topic(), evidence.source(claim).codeName(), shortened(claim.statement()));
    }

    private static String shortened(String statement) {
        String line = statement.strip().replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST)).strip() + "…";
    }

    /** The entries of the journeys that stand: «A · detention · 2026-11-22». */
    static List<Choice> entries(CaseView view, Page page) {
        return view.entries().stream()
                .filter(StageEntry::stands)
                .map(each -> new Choice(
                        each.id().toString(),
                        page.text("claim.entry", view.letter(each.participant()), each.stage(), each.happened())))
                .toList();
    }
}
