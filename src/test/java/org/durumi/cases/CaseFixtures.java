package org.durumi.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.durumi.identity.Actor;
import org.durumi.identity.Role;
import org.durumi.kernel.Answer;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.CountryCode;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.Signed;
import org.durumi.kernel.TeamId;
import org.durumi.kernel.UserId;
import org.durumi.route.AttemptOutcome;
import org.durumi.route.Certainty;
import org.durumi.route.Place;
import org.durumi.route.Stage;
import org.durumi.route.Stance;
import org.durumi.route.Stances;
import org.durumi.vault.Recording;
import org.durumi.vault.TestKeys;

/** Speaking beginnings for tests of a journey. */
public final class CaseFixtures {
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    public static final Instant NOW = TODAY.atTime(3, 0).toInstant(ZoneOffset.UTC);
    public static final TeamId TEAM = TeamId.of("7d9c1d5e-0000-4000-8000-000000000001");
    public static final Actor HANEUL = new Actor(new UserId("haneul"), Set.of(Role.CASEWORKER), Optional.of(TEAM), "");
    public static final Actor SEO = new Actor(new UserId("seo"), Set.of(Role.SUPERVISOR), Optional.of(TEAM), "");
    static final StageRules RULES = new StageRules(
            TODAY,
            new Stances(Map.of(
                    new CountryCode("CN"), Stance.RETURNS,
                    new CountryCode("KP"), Stance.RETURNS,
                    new CountryCode("KR"), Stance.PROTECTS,
                    new CountryCode("TH"), Stance.PROTECTS)));
    public static final Place LIAONING = new Place("Liaoning", "CN");
    public static final Place KUNMING = new Place("Kunming", "CN");
    public static final NewParticipant WOMAN =
            new NewParticipant(ParticipantRole.PRINCIPAL, AgeBand.AGE_30_39, Sex.FEMALE, Answer.NO, Answer.NO);

    private CaseFixtures() {}

    /** Reports a stage of today, with everything that the stage asks for. */
    public static NewStage reportOf(Stage stage) {
        return report(stage, detailsOf(stage));
    }

    public static NewStage report(Stage stage, StageDetails details) {
        Place where =
                switch (stage) {
                    case ARRIVAL -> new Place("Seoul", "KR");
                    case REPATRIATION -> new Place("", "KP");
                    default -> LIAONING;
                };
        return new NewStage(
                stage, PartialDate.on(TODAY), TODAY, where, Certainty.PROBABLE, "told by a relative", details);
    }

    private static StageDetails detailsOf(Stage stage) {
        return switch (stage) {
            case TRANSIT -> StageDetails.none().departing(Departure.PLANNED, allYes());
            case CONTACT, BROKER -> StageDetails.none().failed(AttemptOutcome.TURNED_BACK);
            case REPATRIATION -> StageDetails.none().returned(ReturnKind.CONFIRMED);
            default -> StageDetails.none();
        };
    }

    /** A supervisor confirms an entry that waits. */
    public static void confirm(StageEntry entry, Signed supervisor) {
        entry.confirm(new Recording(supervisor, TestKeys.of(entry.caseId())));
    }

    public static Checklist allNo() {
        return new Checklist(Answer.NO, Answer.NO, Answer.NO, Answer.NO, Answer.NO);
    }

    public static Checklist allYes() {
        return new Checklist(Answer.YES, Answer.YES, Answer.YES, Answer.YES, Answer.YES);
    }

    /** A participant who stands at a stage, and the entry that says so. */
    public static Journey at(Stage stage) {
        Participant participant = entered(0);
        StageEntry first = participant.begin(reportOf(stage), by(HANEUL, participant.caseId()));
        return new Journey(participant, first);
    }

    /** Somebody who has just entered a case as its nth person, and stands nowhere yet. */
    public static Participant entered(int nth) {
        CaseId caseId = CaseId.create();
        return Participant.enter(caseId, nth, WOMAN, TestKeys.of(caseId));
    }

    /** Somebody records something in a case, now. */
    public static Recording by(Actor recorder, CaseId caseId) {
        return new Recording(recorder.signed(NOW), TestKeys.of(caseId));
    }

    /** A participant and the entry on which they stand. */
    public record Journey(Participant participant, StageEntry standing) {
        public StageEntry enters(NewStage next) {
            return participant.enter(next, journey(), by(HANEUL), RULES);
        }

        public StageEntry corrects(NewStage corrected, Optional<StageEntry> before) {
            List<StageEntry> journey =
                    Stream.concat(before.stream(), Stream.of(standing)).toList();
            return participant.correct(
                    standing, new StandingEntries(journey), corrected, "a mistake", by(HANEUL), RULES);
        }

        StandingEntries journey() {
            return new StandingEntries(List.of(standing));
        }

        Recording by(Actor recorder) {
            return CaseFixtures.by(recorder, participant.caseId());
        }
    }
}
