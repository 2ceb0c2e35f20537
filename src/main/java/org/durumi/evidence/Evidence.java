package org.durumi.evidence;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.durumi.cases.CaseView;
import org.durumi.cases.StageEntry;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.UserId;
import org.durumi.route.Certainty;

/**
 * What is claimed in a case, and by whom. Pure functions of what was opened; docs/domain/evidence.md says what they say.
 */
public final class Evidence {
    private static final Comparator<Claim> AS_RECORDED = Comparator.comparing(
                    (Claim each) -> each.recorded().at())
            .thenComparing(each -> each.id().value());

    private final List<Claim> claims;
    private final List<ClaimRelation> relations;
    private final List<Overruling> overrulings;
    private final Map<SourceId, Source> sources;
    private final Map<EntryId, Claim> standing = new LinkedHashMap<>();
    private final List<ClaimRelation> standingRelations;

    /**
     * @param claims corrected ones too
     * @param relations between them, struck ones too
     * @param sources of all of them
     * @param overrulings of what follows from them, the earliest first
     */
    Evidence(
            Collection<Claim> claims,
            Collection<ClaimRelation> relations,
            Map<SourceId, Source> sources,
            List<Overruling> overrulings) {
        this.claims = claims.stream().sorted(AS_RECORDED).toList();
        this.relations = List.copyOf(relations);
        this.sources = Map.copyOf(sources);
        this.overrulings = List.copyOf(overrulings);
        this.claims.stream().filter(Claim::stands).forEach(each -> standing.put(each.original(), each));
        this.standingRelations = relations.stream()
                .filter(each -> each.stands() && standing.containsKey(each.from()) && standing.containsKey(each.to()))
                .toList();
    }

    /** Every claim in the order in which they were recorded, corrected ones too. */
    public List<Claim> claims() {
        return claims;
    }

    /** The claims that stand, in the order in which they were recorded. */
    public List<Claim> standing() {
        return List.copyOf(standing.values());
    }

    /** What stands in the place of a claim; empty if there is none, or somebody else changed it. */
    public Optional<Claim> standing(EntryId original) {
        return Optional.ofNullable(standing.get(original));
    }

    /** What stands in the place of any row of a claim; empty if there is none. */
    public Optional<Claim> inPlaceOf(EntryId id) {
        return claims.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .flatMap(each -> standing(each.original()));
    }

    /** The relations that stand between claims that stand. */
    public List<ClaimRelation> relations() {
        return standingRelations;
    }

    /** The relations of a claim, with those to it. */
    public List<ClaimRelation> of(Claim claim) {
        return standingRelations.stream()
                .filter(each -> each.touches(claim.original()))
                .toList();
    }

    /** A relation between claims that stand, also one that was taken back. */
    public Optional<ClaimRelation> relation(EntryId id) {
        return relations.stream()
                .filter(each ->
                        each.id().equals(id) && standing.containsKey(each.from()) && standing.containsKey(each.to()))
                .findFirst();
    }

    /** What was said of a claim and its relation to others, and taken back. */
    public List<ClaimRelation> takenBack(Claim claim) {
        return relations.stream()
                .filter(each ->
                        !each.stands() && each.from().equals(claim.original()) && standing.containsKey(each.to()))
                .toList();
    }

    /** The other claim of a relation. */
    public Claim other(ClaimRelation relation, Claim claim) {
        return Objects.requireNonNull(standing.get(relation.other(claim.original())));
    }

    public Source source(Claim claim) {
        return Objects.requireNonNull(sources.get(claim.source()));
    }

    /** Everybody who recorded, corrected or decided something of it. */
    public Set<UserId> people() {
        return Stream.of(
                        claims.stream().flatMap(each -> each.handled().stream()),
                        relations.stream().flatMap(each -> each.people().stream()),
                        overrulings.stream().map(each -> each.recorded().by()))
                .flatMap(each -> each)
                .collect(Collectors.toSet());
    }

    /** How many voices are behind some claims that count. */
    public int voices(Collection<Claim> some) {
        return Voices.of(some, standingRelations).size();
    }

    /** Whether a claim that counts contradicts another that counts, or is contradicted by it. */
    public boolean isContradicted(Claim claim) {
        return claim.counts()
                && of(claim).stream()
                        .filter(each -> each.kind().opposes())
                        .anyMatch(each -> other(each, claim).counts());
    }

    /** Matters by their topic, in the order of the topics. */
    public static Map<ClaimTopic, List<Matter>> byTopic(Collection<Matter> matters) {
        return matters.stream()
                .collect(Collectors.groupingBy(
                        Matter::topic, () -> new EnumMap<>(ClaimTopic.class), Collectors.toList()));
    }

    /** What contradicts each other and nobody has decided since: none of it was adopted, and how sure its entry is, nobody has said. */
    public List<Matter> undecided() {
        return matters().stream()
                .filter(each -> each.contradicted() && !each.isAdopted() && !isOverruled(each))
                .toList();
    }

    private boolean isOverruled(Matter matter) {
        return matter.claims()
                .flatMap(each -> each.known().entry().stream())
                .anyMatch(entry -> overrulings.stream()
                        .filter(each -> each.entry().equals(entry))
                        .reduce((first, last) -> last)
                        .filter(each -> !each.recorded().at().isBefore(matter.since()))
                        .flatMap(Overruling::certainty)
                        .isPresent());
    }

    /** Claims that are related to each other, each claim that stands once. */
    public List<Matter> matters() {
        Set<Claim> placed = new HashSet<>();
        List<Matter> matters = new ArrayList<>();
        for (Claim claim : standing()) {
            if (!placed.contains(claim)) {
                Set<Claim> related = sides(claim).keySet();
                placed.addAll(related);
                matters.add(matter(related.stream().sorted(AS_RECORDED).toList()));
            }
        }
        return matters;
    }

    private Matter matter(List<Claim> related) {
        Claim leading = leading(related);
        Map<Claim, Boolean> sides = sides(leading);
        return new Matter(
                leading,
                Stream.concat(
                                Stream.of(leading),
                                related.stream().filter(each -> !each.equals(leading) && isTrue(sides, each)))
                        .toList(),
                related.stream().filter(each -> !isTrue(sides, each)).toList(),
                related.stream().anyMatch(this::isContradicted),
                since(related));
    }

    private Instant since(List<Claim> related) {
        return related.stream()
                .filter(Claim::counts)
                .flatMap(each -> Stream.concat(
                        Stream.of(each.recorded().at()),
                        of(each).stream()
                                .filter(relation -> other(relation, each).counts())
                                .map(relation -> relation.recorded().at())))
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    private static boolean isTrue(Map<Claim, Boolean> sides, Claim claim) {
        return Objects.requireNonNull(sides.get(claim));
    }

    /** What was adopted first; else what still counts and is not said of another; else what still counts; else the first. */
    private Claim leading(List<Claim> related) {
        Function<Claim, Integer> rank = each -> {
            if (each.state() == ClaimState.ADOPTED) {
                return 0;
            } else if (!each.counts()) {
                return 3;
            }
            return of(each).stream().noneMatch(relation -> relation.from().equals(each.original())) ? 1 : 2;
        };
        return related.stream().min(Comparator.comparing(rank)).orElseThrow();
    }

    /** Everything that is related to a claim, and whether it says what the claim says. */
    private Map<Claim, Boolean> sides(Claim claim) {
        Map<Claim, Boolean> sides = new LinkedHashMap<>(Map.of(claim, true));
        Deque<Claim> next = new ArrayDeque<>(List.of(claim));
        while (!next.isEmpty()) {
            Claim each = next.remove();
            for (ClaimRelation relation : of(each)) {
                Claim other = other(relation, each);
                boolean side = isTrue(sides, each) != relation.kind().opposes();
                if (sides.putIfAbsent(other, side) == null) {
                    next.add(other);
                }
            }
        }
        return sides;
    }

    /** How sure an entry of a journey of the case is. */
    public HowSure howSure(CaseView view, StageEntry entry) {
        return new HowSure(
                entry.certainty(),
                certainty(view.sameEntry(entry), entry.participant()),
                overrulings(entry).stream()
                        .reduce((first, last) -> last)
                        .filter(each -> each.certainty().isPresent()));
    }

    /**
     * What was said of how sure an entry is, whatever its claims say, the earliest first: of this entry alone, for what corrects it
     * and what happened to somebody else are other judgements.
     */
    public List<Overruling> overrulings(StageEntry entry) {
        return overrulings.stream()
                .filter(each -> each.entry().equals(entry.id()))
                .toList();
    }

    /**
     * What its claims say of an entry of a journey; empty if none that counts is about it.
     *
     * @param entry the entry, with those that were corrected to it, and those that say the same of others
     * @param who whose journey it is
     */
    Optional<Certainty> certainty(Set<EntryId> entry, ParticipantId who) {
        List<Claim> about = standing().stream()
                .filter(each -> each.counts()
                        && each.isAbout(who)
                        && each.known().entry().filter(entry::contains).isPresent())
                .toList();
        return about.isEmpty() ? Optional.empty() : Optional.of(certainty(about));
    }

    private Certainty certainty(List<Claim> about) {
        boolean denied = about.stream()
                .anyMatch(each -> isContradicted(each)
                        || each.stance().filter(OfficialStance.DENIES::equals).isPresent());
        if (denied) {
            return Certainty.CONTRADICTED;
        }
        Set<Claim> saying = about.stream()
                .flatMap(each -> sides(each).entrySet().stream())
                .filter(each -> each.getValue() && each.getKey().counts())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        return certainty(Voices.of(saying, standingRelations).stream()
                .map(voice -> voice.stream()
                        .map(this::weight)
                        .max(Comparator.naturalOrder())
                        .orElseThrow())
                .toList());
    }

    private Weight weight(Claim claim) {
        return Weight.of(source(claim).reliability(), claim.known());
    }

    /** How sure several voices make us of something that nobody contradicts. */
    static Certainty certainty(Collection<Weight> voices) {
        long good = voices.stream().filter(each -> each == Weight.GOOD).count();
        long fair = voices.stream().filter(each -> each == Weight.FAIR).count();
        boolean weak = voices.contains(Weight.WEAK);
        if (good >= 2) {
            return Certainty.CONFIRMED;
        } else if (good + fair >= 2 || good == 1) {
            return Certainty.PROBABLE;
        }
        return fair == 1 || weak ? Certainty.POSSIBLE : Certainty.UNKNOWN;
    }
}
