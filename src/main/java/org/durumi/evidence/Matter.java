package org.durumi.evidence;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.durumi.kernel.ParticipantId;

/**
 * Claims that are related to each other: one of them leads, and the others say the same or speak against it.
 *
 * @param leading the one that was adopted, else the one that the others are about
 * @param saying those that say what it says, itself first
 * @param against those that speak against it
 * @param contradicted whether two claims that count contradict each other
 * @param since when the last of its claims that count, or of their relations, was recorded
 */
public record Matter(Claim leading, List<Claim> saying, List<Claim> against, boolean contradicted, Instant since) {
    public Matter {
        saying = List.copyOf(saying);
        against = List.copyOf(against);
    }

    /** All of its claims. */
    public Stream<Claim> claims() {
        return Stream.concat(saying.stream(), against.stream());
    }

    /** Whether somebody has said which of them counts, knowing all that counts. */
    boolean isAdopted() {
        return claims().filter(each -> each.state() == ClaimState.ADOPTED)
                .flatMap(each -> each.judgement().stream())
                .anyMatch(each -> !each.signed().at().isBefore(since));
    }

    public ClaimTopic topic() {
        return leading.topic();
    }

    /** Whether one of its claims is about this person, or about the case as a whole. */
    public boolean isAbout(ParticipantId who) {
        return claims().anyMatch(each -> each.isAbout(who));
    }

    /** Whether what leads it takes a side: an office that neither confirms nor denies does not. */
    public boolean takesSide() {
        return leading.stance().map(OfficialStance::takesSide).orElse(true);
    }

    /** Whether it is more than one claim. */
    public boolean hasOthers() {
        return saying.size() + against.size() > 1;
    }
}
