package org.durumi.demo;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseView;
import org.durumi.cases.Participant;
import org.durumi.cases.StageEntry;
import org.durumi.circumstances.NewCircumstance;
import org.durumi.evidence.ClaimState;
import org.durumi.evidence.ClaimTopic;
import org.durumi.evidence.Credibility;
import org.durumi.evidence.Modality;
import org.durumi.evidence.NewClaim;
import org.durumi.evidence.NewJudgement;
import org.durumi.evidence.NewRelation;
import org.durumi.evidence.OfficialStance;
import org.durumi.evidence.RelationKind;
import org.durumi.evidence.SourceId;
import org.durumi.identity.Actor;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;
import org.durumi.route.Stage;

/** One case in which a caseworker records claims, all on one day, one each minute. */
final class Telling {
    private final Story story;
    private final CaseNumber number;
    private final int daysAgo;
    private final Actor caseworker;
    private final List<ParticipantId> people;
    private final List<StageEntry> entries;
    private int minutes;

    Telling(Story story, CaseNumber number, int daysAgo, Actor caseworker) throws Exception {
        this.story = story;
        this.number = number;
        this.daysAgo = daysAgo;
        this.caseworker = caseworker;
        CaseView view = story.on(
                daysAgo,
                caseworker,
                () -> story.search().view(number, AccessGroup.CASE, AccessGroup.PARTICIPANT, AccessGroup.JOURNEY));
        this.people = view.participants().stream().map(Participant::id).toList();
        this.entries = view.participants().stream()
                .flatMap(each -> view.journey(each.id()).stream())
                .toList();
    }

    /** What a source says on a day, about everybody in the case. */
    Voice voice(SourceId source, PartialDate said) {
        return new Voice(source, said, Set.copyOf(people), Optional.empty());
    }

    /** The latest entry of the first participant who reached a stage. */
    EntryId entry(Stage stage) {
        return entries.stream()
                .filter(each -> each.stage() == stage)
                .findFirst()
                .orElseThrow()
                .id();
    }

    /** These participants, from 0; everybody, if none is named. */
    Set<ParticipantId> whom(int... nth) {
        return nth.length == 0
                ? Set.copyOf(people)
                : IntStream.of(nth).mapToObj(people::get).collect(Collectors.toSet());
    }

    /** A circumstance is recorded. */
    <N extends Record & NewCircumstance> EntryId knows(N known) throws Exception {
        return story.later(
                ++minutes, daysAgo, caseworker, () -> story.circumstances().record(number, known));
    }

    void relates(EntryId from, RelationKind kind, EntryId to) throws Exception {
        story.does(
                ++minutes, daysAgo, caseworker, () -> story.claims().relate(number, from, new NewRelation(kind, to)));
    }

    void adopts(Actor who, EntryId claim, String why) throws Exception {
        story.does(
                ++minutes,
                daysAgo,
                who,
                () -> story.claims().judge(number, claim, new NewJudgement(ClaimState.ADOPTED, why), 0));
    }

    /** A source that says something in this case. */
    final class Voice {
        private final SourceId source;
        private final PartialDate said;
        private final Set<ParticipantId> whom;
        private final Optional<EntryId> entry;

        private Voice(SourceId source, PartialDate said, Set<ParticipantId> whom, Optional<EntryId> entry) {
            this.source = source;
            this.said = said;
            this.whom = whom;
            this.entry = entry;
        }

        /** The same about these participants only, from 0; about the case as a whole, if none is named. */
        Voice about(int... nth) {
            return new Voice(
                    source, said, IntStream.of(nth).mapToObj(people::get).collect(Collectors.toSet()), entry);
        }

        /** The same about an entry of a journey. */
        Voice of(EntryId told) {
            return new Voice(source, said, whom, Optional.of(told));
        }

        EntryId says(Modality modality, ClaimTopic topic, String statement) throws Exception {
            return says(modality, topic, PartialDate.unknown(), statement);
        }

        EntryId says(Modality modality, ClaimTopic topic, PartialDate happened, String statement) throws Exception {
            return records(modality, topic, happened, statement, "", Optional.empty());
        }

        /** What an office says to the matter. */
        EntryId official(OfficialStance stance, String actor, ClaimTopic topic, String statement) throws Exception {
            return records(Modality.QUOTED, topic, PartialDate.unknown(), statement, actor, Optional.of(stance));
        }

        private EntryId records(
                Modality modality,
                ClaimTopic topic,
                PartialDate happened,
                String statement,
                String actor,
                Optional<OfficialStance> stance)
                throws Exception {
            NewClaim claim = new NewClaim(
                    whom,
                    topic,
                    entry,
                    statement,
                    happened,
                    said,
                    source,
                    Credibility.POSSIBLY_TRUE,
                    modality,
                    actor,
                    stance);
            return story.later(
                    ++minutes, daysAgo, caseworker, () -> story.claims().record(number, claim, Optional.empty()));
        }
    }
}
