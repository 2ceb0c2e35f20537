package org.durumi.reports;

import gg.jte.Content;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.Participant;
import org.durumi.kernel.Level;
import org.durumi.kernel.Texts;
import org.durumi.risk.ParticipantRisk;

/** How near a repatriation is for each participant, and why. */
public record Risk(List<PersonRisk> people) implements Section {
    /**
     * The risk of one participant.
     *
     * @param label the pseudonym
     * @param assessment empty after arrival, withdrawal or death
     */
    public record PersonRisk(String label, Optional<Assessment> assessment) {}

    /**
     * How a participant was last assessed.
     *
     * @param score 0 to 100
     * @param unknowns questions that nobody has answered yet
     */
    public record Assessment(int score, Level level, List<Finding> findings, List<String> unknowns) {
        public Assessment {
            findings = List.copyOf(findings);
            unknowns = List.copyOf(unknowns);
        }
    }

    /**
     * What one rule found.
     *
     * @param rule the code of the rule, such as R05
     * @param points what it adds to the score; negative for a mitigation
     * @param floor the lowest level that it allows; empty if it sets none
     * @param block what it stops, such as «departure»; empty if nothing
     */
    public record Finding(
            String rule, String why, String whatToDo, String howSure, int points, String floor, String block) {}

    public Risk {
        people = List.copyOf(people);
    }

    @Override
    public String title() {
        return "summary.risk";
    }

    @Override
    public Content content(SummaryPage page) {
        return page.templates().reportsRisk(page, people);
    }

    @Override
    public List<Risk> pieces() {
        return Section.pieces(people, 1, Risk::new);
    }

    /** Reads it. */
    @ApplicationScoped
    static class Part implements SummaryPart {
        @Inject
        KnownOfCase known;

        @Override
        public int order() {
            return 20;
        }

        @Override
        public Set<AccessGroup> shows() {
            return KnownOfCase.RISK;
        }

        @Override
        public Optional<Risk> read(OpenSummary open) {
            return Optional.of(new Risk(open.view().participants().stream()
                    .map(each -> new PersonRisk(open.name(each.id()), assessment(each, open)))
                    .toList()));
        }

        private Optional<Assessment> assessment(Participant each, OpenSummary open) {
            return known.risk(open)
                    .of(each.id())
                    .filter(assessed -> each.stage().isAssessed())
                    .map(assessed -> assessment(assessed, open.texts()));
        }

        private static Assessment assessment(ParticipantRisk assessed, Texts texts) {
            return new Assessment(
                    assessed.score(),
                    assessed.level(),
                    assessed.findings().stream()
                            .map(found -> finding(found, texts))
                            .toList(),
                    assessed.unknowns().stream()
                            .map(unknown -> texts.text(unknown.question()))
                            .toList());
        }

        private static Finding finding(org.durumi.risk.Finding found, Texts texts) {
            Object[] inputs = found.inputs().toArray();
            Level floor = found.rule().floor();
            return new Finding(
                    found.rule().name(),
                    texts.text(found.whyKey(), inputs),
                    texts.text(found.todoKey(), inputs),
                    texts.text(found.sure()) + " – " + texts.text(found.sureKey(), inputs),
                    found.points(),
                    floor == Level.LOW ? "" : texts.text(floor),
                    found.blocks().stream().map(texts::text).sorted().collect(Collectors.joining(", ")));
        }
    }
}
