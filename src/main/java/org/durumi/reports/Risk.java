package org.durumi.reports;

import gg.jte.Content;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.Participant;
import org.durumi.kernel.Level;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.Texts;
import org.durumi.risk.Carried;
import org.durumi.risk.ParticipantRisk;
import org.durumi.risk.RiskPanel;
import org.durumi.risk.RuleCode;

/** How near a repatriation is for each participant, and why. */
public record Risk(List<PersonRisk> people) implements Section {
    /**
     * The risk of one participant, or of several who are not assessed any more.
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
            List<PersonRisk> assessed = new ArrayList<>();
            Set<ParticipantId> over = new HashSet<>();
            for (Participant each : open.view().participants()) {
                Optional<Assessment> assessment = assessment(each, open);
                if (assessment.isPresent()) {
                    assessed.add(new PersonRisk(open.name(each.id()), assessment));
                } else {
                    over.add(each.id());
                }
            }
            if (!over.isEmpty()) {
                assessed.add(new PersonRisk(open.names(over), Optional.empty()));
            }
            return Optional.of(new Risk(assessed));
        }

        private Optional<Assessment> assessment(Participant each, OpenSummary open) {
            return known.risk(open)
                    .of(each.id())
                    .filter(assessed -> each.stage().isAssessed())
                    .map(assessed -> assessment(assessed, open));
        }

        private Assessment assessment(ParticipantRisk assessed, OpenSummary open) {
            Texts texts = open.texts();
            return new Assessment(
                    assessed.score(),
                    assessed.level(),
                    Stream.concat(
                                    assessed.findings().stream().map(found -> finding(assessed, found, open)),
                                    assessed.carried().stream().map(each -> carried(each, texts)))
                            .toList(),
                    assessed.unknowns().stream()
                            .map(unknown -> texts.text(unknown.question()))
                            .toList());
        }

        private static Finding carried(Carried carried, Texts texts) {
            String rules = carried.rules().stream()
                    .map(rule -> texts.text("RuleCode." + rule.name()))
                    .collect(Collectors.joining(", "));
            return new Finding(
                    carried.rules().stream().map(RuleCode::name).collect(Collectors.joining(" ")),
                    texts.text("risk.panel.carried", carried.rules().size(), carried.since(), rules),
                    "",
                    "",
                    carried.points(),
                    "",
                    "");
        }

        private Finding finding(ParticipantRisk assessed, org.durumi.risk.Finding found, OpenSummary open) {
            Texts texts = open.texts();
            Object[] inputs = found.inputs().toArray();
            Level floor = found.floor();
            return new Finding(
                    found.rule().name(),
                    why(assessed, found, open),
                    texts.text(found.todoKey(), inputs),
                    texts.text(found.sure()) + " – " + texts.text(found.sureKey(), inputs),
                    found.points(),
                    floor == Level.LOW ? "" : texts.text(floor),
                    found.blocks().stream().map(texts::text).sorted().collect(Collectors.joining(", ")));
        }

        /** Why, and who lifted the block that it had been. */
        private String why(ParticipantRisk assessed, org.durumi.risk.Finding found, OpenSummary open) {
            String why = open.texts().text(found.whyKey(), found.inputs().toArray());
            RiskPanel panel = known.risk(open);
            return panel.waived(assessed.participant(), found)
                    .map(waiver -> open.texts()
                            .text(
                                    "summary.risk.waived",
                                    why,
                                    panel.handles()
                                            .getOrDefault(waiver.recorded().by(), ""),
                                    waiver.reason()))
                    .orElse(why);
        }
    }
}
