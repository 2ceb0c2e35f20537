package org.durumi.reports;

import gg.jte.Content;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.durumi.accesslog.AccessGroup;
import org.durumi.kernel.Texts;
import org.durumi.route.Means;
import org.durumi.route.Place;

/** The parts of the way. */
public record Route(List<Leg> legs) implements Section {
    /**
     * A part of the way.
     *
     * @param duration such as «4 days»
     * @param idChecks the checks that are expected
     * @param state planned, under way, done, aborted
     */
    public record Leg(String who, Place from, Place to, Means means, String duration, String idChecks, String state) {}

    public Route {
        legs = List.copyOf(legs);
    }

    @Override
    public String title() {
        return "summary.legs";
    }

    @Override
    public Content content(SummaryPage page) {
        return page.templates().reportsRoute(page, legs);
    }

    @Override
    public List<Route> pieces() {
        return Section.pieces(legs, 25, Route::new);
    }

    /** Reads them. */
    @ApplicationScoped
    static class Part implements SummaryPart {
        @Inject
        KnownOfCase known;

        @Override
        public int order() {
            return 60;
        }

        @Override
        public Set<AccessGroup> shows() {
            return Set.of(AccessGroup.LEG);
        }

        @Override
        public Optional<Route> read(OpenSummary open) {
            return SummaryPart.lines(known.legs(open), leg -> leg(leg, open), Route::new);
        }

        private static Leg leg(org.durumi.circumstances.Leg leg, OpenSummary open) {
            Texts texts = open.texts();
            return new Leg(
                    open.names(leg.travellers()),
                    leg.from(),
                    leg.to(),
                    leg.means(),
                    leg.days()
                            .map(days -> texts.text("circumstances.leg.days", days))
                            .orElse(texts.text("circumstances.leg.days.ask")),
                    leg.idChecks()
                            .map(checks -> texts.text("circumstances.leg.checks", checks))
                            .orElse(texts.text("circumstances.leg.checks.ask")),
                    open.said(leg, texts.text(leg.state())));
        }
    }
}
