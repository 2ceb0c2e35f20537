package org.durumi.demo;

import java.util.Optional;
import java.util.Set;
import org.durumi.circumstances.DiplomaticStatus;
import org.durumi.circumstances.GroupKind;
import org.durumi.circumstances.NewGroup;
import org.durumi.circumstances.NewPosting;
import org.durumi.circumstances.NewRelationship;
import org.durumi.circumstances.PostingRank;
import org.durumi.circumstances.Recall;
import org.durumi.circumstances.RelationshipKind;
import org.durumi.kernel.Money;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;
import org.durumi.route.Certainty;
import org.durumi.route.Place;

/** Posts, groups and relationships as reports tell of them: nothing is known but what is said here. */
final class Posts {
    private final ParticipantId who;

    private Posts(ParticipantId who) {
        this.who = who;
    }

    static Posts of(ParticipantId who) {
        return new Posts(who);
    }

    NewPosting at(String organisation, PostingRank rank, Place host) {
        return at(organisation, rank, host, PartialDate.unknown(), PartialDate.unknown(), "", Recall.UNKNOWN);
    }

    NewPosting at(
            String organisation,
            PostingRank rank,
            Place host,
            PartialDate since,
            PartialDate until,
            String duties,
            Recall recall) {
        return new NewPosting(
                Set.of(who),
                organisation,
                rank,
                host,
                since,
                until,
                duties,
                DiplomaticStatus.UNKNOWN,
                Optional.empty(),
                recall,
                PartialDate.unknown());
    }

    /** The same post, with what is known of whether its holder is a diplomat. */
    static NewPosting as(NewPosting post, DiplomaticStatus status, Optional<Money> salary) {
        return new NewPosting(
                post.whom(),
                post.organisation(),
                post.rank(),
                post.host(),
                post.since(),
                post.until(),
                post.duties(),
                status,
                salary,
                post.recall(),
                post.recallBy());
    }

    static NewGroup family(Set<ParticipantId> members, GroupKind kind, Optional<Integer> size, String words) {
        return new NewGroup(members, kind, size, PartialDate.unknown(), PartialDate.unknown(), words);
    }

    static NewRelationship is(ParticipantId one, RelationshipKind kind, ParticipantId other, Certainty certainty) {
        return new NewRelationship(one, kind, other, PartialDate.unknown(), PartialDate.unknown(), certainty);
    }
}
