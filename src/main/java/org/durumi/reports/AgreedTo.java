package org.durumi.reports;

import gg.jte.Content;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.Consent;
import org.durumi.cases.ConsentPurpose;
import org.durumi.cases.ConsentService;
import org.durumi.cases.Consents;
import org.durumi.cases.Permission;
import org.durumi.kernel.Texts;

/**
 * What the people of a case agree to, and what is withheld: to whoever holds the paper it says what may be passed on.
 *
 * @param withheld whether somebody wants something withheld
 */
public record AgreedTo(List<Line> lines, boolean withheld) implements Section {
    /**
     * A purpose that somebody was asked about.
     *
     * @param how how they agreed, and when; empty if they were not asked
     * @param withhold what is withheld from whom, and on what it rests; may be empty
     */
    public record Line(String who, String purpose, String permission, boolean permits, String how, String withhold) {
        Line of(String people) {
            return new Line(people, purpose, permission, permits, how, withhold);
        }
    }

    public AgreedTo {
        lines = List.copyOf(lines);
    }

    @Override
    public String title() {
        return "summary.consents";
    }

    @Override
    public Content content(SummaryPage page) {
        return page.templates().reportsAgreedTo(page, lines, withheld);
    }

    @Override
    public List<AgreedTo> pieces() {
        return Section.pieces(lines, 15, each -> new AgreedTo(each, withheld));
    }

    /** Reads them. */
    @ApplicationScoped
    static class Part implements SummaryPart {
        @Inject
        ConsentService consents;

        @Override
        public int order() {
            return 15;
        }

        @Override
        public Set<AccessGroup> shows() {
            return Set.of(AccessGroup.CONSENT);
        }

        @Override
        public Optional<AgreedTo> read(OpenSummary open) {
            Consents known = consents.of(open.view());
            boolean withheld = Stream.of(ConsentPurpose.values())
                    .anyMatch(purpose -> known.people().stream()
                            .anyMatch(who -> known.of(who).permit(purpose) == Permission.IN_PART));
            return SummaryPart.lines(
                    open.together(
                            open.view().participants().stream()
                                    .flatMap(who -> of(known.of(who.id()), open.texts())
                                            .map(line -> Map.entry(who.id(), line))),
                            Line::of),
                    each -> each,
                    lines -> new AgreedTo(lines, withheld));
        }

        /** Each consent of a person, and that there is none to the work on the case itself; without their name. */
        private static Stream<Line> of(Consents theirs, Texts texts) {
            Permission work = theirs.permit(ConsentPurpose.CASE_WORK);
            Line none = new Line("", texts.text(ConsentPurpose.CASE_WORK), texts.text(work), false, "", "");
            return Stream.concat(
                    work == Permission.NOT_RECORDED ? Stream.of(none) : Stream.empty(),
                    theirs.standing().stream().map(each -> line(each, theirs, texts)));
        }

        private static Line line(Consent consent, Consents theirs, Texts texts) {
            Permission permission = theirs.of(consent);
            String given = texts.text("summary.consent.given", consent.form(), texts.said(consent.given()));
            return new Line(
                    "",
                    texts.text(consent.purpose()),
                    texts.text(permission),
                    permission.permits(),
                    consent.validUntil()
                            .map(last -> given + " · " + texts.text("summary.consent.until", last))
                            .orElse(given),
                    Stream.of(consent.withhold(), consent.legalBasis())
                            .filter(text -> !text.isEmpty())
                            .reduce((one, other) -> one + "\n" + other)
                            .orElse(""));
        }
    }
}
