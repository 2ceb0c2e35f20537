package org.durumi.reports;

import gg.jte.Content;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.durumi.accesslog.AccessGroup;
import org.durumi.evidence.Evidence;
import org.durumi.evidence.Matter;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.Texts;

/**
 * What is claimed, and what speaks against it. Of a source it tells the code name and the kind, and of one that is protected
 * nothing at all.
 *
 * @param withheld how many claims are left out, because their source is protected
 */
public record Claims(List<Claim> claims, long withheld) implements Section {
    /**
     * A claim.
     *
     * @param source its code name and kind
     * @param against whether it speaks against the claims above it
     * @param state what was decided about it
     */
    public record Claim(
            String who,
            String topic,
            String statement,
            String source,
            PartialDate said,
            boolean against,
            boolean contradicted,
            String state) {}

    public Claims {
        claims = List.copyOf(claims);
    }

    @Override
    public String title() {
        return "summary.claims";
    }

    @Override
    public Content content(SummaryPage page) {
        return page.templates().reportsClaims(page, claims, withheld);
    }

    @Override
    public List<Claims> pieces() {
        Stream<Claims> lines = Section.pieces(claims, 15, some -> new Claims(some, 0)).stream();
        Stream<Claims> note = withheld == 0 ? Stream.of() : Stream.of(new Claims(List.of(), withheld));
        return Stream.concat(lines, note).toList();
    }

    /** Reads them. */
    @ApplicationScoped
    static class Part implements SummaryPart {
        @Inject
        KnownOfCase known;

        @Override
        public int order() {
            return 55;
        }

        @Override
        public Set<AccessGroup> shows() {
            return Set.of(AccessGroup.CLAIM, AccessGroup.SOURCE);
        }

        @Override
        public Optional<Claims> read(OpenSummary open) {
            return of(known.evidence(open), open);
        }

        static Optional<Claims> of(Evidence evidence, OpenSummary open) {
            List<Claim> printed = Evidence.byTopic(evidence.matters()).values().stream()
                    .flatMap(List::stream)
                    .flatMap(matter -> lines(matter, evidence, open))
                    .toList();
            long all = evidence.standing().stream()
                    .filter(each -> open.prints(each.whom()))
                    .count();
            return all == 0 ? Optional.empty() : Optional.of(new Claims(printed, (int) all - printed.size()));
        }

        private static Stream<Claim> lines(Matter matter, Evidence evidence, OpenSummary open) {
            return Stream.concat(matter.saying().stream(), matter.against().stream())
                    .filter(each ->
                            open.prints(each.whom()) && !evidence.source(each).isProtected())
                    .map(each -> line(each, matter.against().contains(each), evidence, open));
        }

        private static Claim line(
                org.durumi.evidence.Claim claim, boolean against, Evidence evidence, OpenSummary open) {
            Texts texts = open.texts();
            String statement = claim.stance()
                    .map(stance ->
                            texts.text("summary.claim.official", claim.known().actor(), stance, claim.statement()))
                    .orElse(claim.statement());
            return new Claim(
                    claim.whom().isEmpty() ? texts.text("claim.card.case") : open.names(claim.whom()),
                    texts.text(claim.topic()),
                    statement,
                    texts.text(
                            "summary.claim.source",
                            evidence.source(claim).codeName(),
                            evidence.source(claim).kind()),
                    claim.known().said(),
                    against,
                    evidence.isContradicted(claim),
                    texts.text(claim.state()));
        }
    }
}
