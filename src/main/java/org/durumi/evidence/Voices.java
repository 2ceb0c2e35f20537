package org.durumi.evidence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Claims by the voices behind them: what one source says, and what is the same word once more, is one voice. */
final class Voices {
    private Voices() {}

    /**
     * Those of the claims that count, one list for each voice.
     *
     * @param relations that stand in the case
     */
    static List<List<Claim>> of(Collection<Claim> claims, Collection<ClaimRelation> relations) {
        List<ClaimRelation> same = relations.stream()
                .filter(each -> each.kind() == RelationKind.SAME_AS)
                .toList();
        List<List<Claim>> voices = new ArrayList<>();
        for (Claim claim : claims.stream().filter(Claim::counts).toList()) {
            List<List<Claim>> joined = voices.stream()
                    .filter(voice -> voice.stream().anyMatch(each -> areOne(each, claim, same)))
                    .toList();
            voices.removeAll(joined);
            voices.add(Stream.concat(joined.stream().flatMap(List::stream), Stream.of(claim))
                    .toList());
        }
        return voices;
    }

    private static boolean areOne(Claim one, Claim other, List<ClaimRelation> same) {
        return one.source().equals(other.source())
                || same.stream().anyMatch(each -> each.touches(one.original()) && each.touches(other.original()));
    }
}
