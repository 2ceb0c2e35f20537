package org.durumi.evidence;

import static org.durumi.cases.CaseFixtures.HANEUL;
import static org.durumi.cases.CaseFixtures.NOW;
import static org.durumi.cases.CaseFixtures.TEAM;
import static org.durumi.cases.CaseFixtures.TODAY;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.durumi.cases.CaseFile;
import org.durumi.cases.CaseFixtures;
import org.durumi.cases.OpenCases;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.Signed;
import org.durumi.mac.MacKey;
import org.durumi.route.Certainty;
import org.durumi.vault.Recording;
import org.durumi.vault.TestKeys;

/** A case in which sources say something, for tests of claims. */
public final class EvidenceFixtures {
    static final Source.Keys KEYS =
            new Source.Keys(TestKeys.ofOrganisation(), new MacKey(new byte[MacKey.LENGTH]), TestKeys.macs());

    private final CaseFile file = OpenCases.ofOne();
    private final List<Source> sources = new ArrayList<>();
    private final List<Claim> claims = new ArrayList<>();
    private final List<ClaimRelation> relations = new ArrayList<>();
    private int moments;

    /** A source of which nothing is known but its kind and how reliable it is. */
    static NewSource newSource(SourceKind kind, Reliability reliability) {
        return new NewSource(
                kind,
                "",
                "",
                "",
                PartialDate.unknown(),
                "",
                Optional.empty(),
                reliability,
                kind == SourceKind.ANONYMOUS_INSIDER);
    }

    static Source source(int number, NewSource known) {
        return Source.add(number, TEAM, known, HANEUL.signed(NOW), TODAY, KEYS);
    }

    static NewClaim newClaim(Source source, String statement) {
        return new NewClaim(
                Set.of(),
                ClaimTopic.AUTHORITIES,
                Optional.empty(),
                statement,
                PartialDate.unknown(),
                PartialDate.unknown(),
                source.id(),
                Credibility.PROBABLY_TRUE,
                Modality.ASSERTED,
                "",
                Optional.empty());
    }

    /** The same, about an entry of a journey. */
    static NewClaim about(EntryId entry, NewClaim claim) {
        return new NewClaim(
                claim.about(),
                claim.topic(),
                Optional.of(entry),
                claim.statement(),
                claim.happened(),
                claim.said(),
                claim.source(),
                claim.credibility(),
                claim.modality(),
                claim.actor(),
                claim.stance());
    }

    /** The same, as an office says it. */
    static NewClaim saidBy(String actor, OfficialStance stance, NewClaim claim) {
        return new NewClaim(
                claim.about(),
                claim.topic(),
                claim.entry(),
                claim.statement(),
                claim.happened(),
                claim.said(),
                claim.source(),
                claim.credibility(),
                claim.modality(),
                actor,
                Optional.of(stance));
    }

    public Source paper(Reliability reliability) {
        return add(newSource(SourceKind.MEDIA, reliability));
    }

    /** Somebody who must not be recognised. */
    public Source insider() {
        return add(newSource(SourceKind.ANONYMOUS_INSIDER, Reliability.C));
    }

    private Source add(NewSource known) {
        Source source = source(sources.size() + 1, known);
        sources.add(source);
        return source;
    }

    public CaseFile file() {
        return file;
    }

    /** Somebody records a claim, a minute after the last one. */
    public Claim claim(NewClaim known) {
        Claim claim = Claim.record(file, known, recording(), TODAY);
        claims.add(claim);
        return claim;
    }

    public Claim claim(Source source, String statement) {
        return claim(newClaim(source, statement));
    }

    public ClaimRelation relate(Claim from, RelationKind kind, Claim to) {
        ClaimRelation relation = ClaimRelation.record(
                file,
                from.original(),
                new NewRelation(kind, to.original()),
                evidence().relations(),
                recording());
        relations.add(relation);
        return relation;
    }

    void judge(Claim claim, ClaimState state) {
        claim.judge(new NewJudgement(state, "compared with the others"), claim.version(), recording());
    }

    Overruling overruled(EntryId entry, Optional<Certainty> certainty) {
        return Overruling.record(
                file, entry, new NewOverruling(certainty, "both repeat one anonymous source"), recording());
    }

    Claim corrected(Claim wrong, NewClaim right) {
        Claim claim = wrong.correctedTo(right, recording(), TODAY);
        wrong.strike("misread", recording());
        claims.add(claim);
        return claim;
    }

    Recording recording() {
        Signed later = HANEUL.signed(NOW.plusSeconds(60L * moments++));
        return new Recording(later, CaseFixtures.by(HANEUL, file.id()).key());
    }

    /** The evidence if somebody said this of how sure an entry is. */
    Evidence overruling(EntryId entry, Optional<Certainty> certainty) {
        return evidence(List.of(overruled(entry, certainty)));
    }

    public Evidence evidence() {
        return evidence(List.of());
    }

    Evidence evidence(List<Overruling> overrulings) {
        Map<SourceId, Source> byId = sources.stream().collect(Collectors.toMap(Source::id, Function.identity()));
        return new Evidence(claims, relations, byId, overrulings);
    }
}
