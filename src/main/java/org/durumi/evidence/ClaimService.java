package org.durumi.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.durumi.accesslog.AccessAction;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.CaseAccess;
import org.durumi.cases.CaseFile;
import org.durumi.cases.CaseRoom;
import org.durumi.cases.Changes;
import org.durumi.cases.CorrectableRow;
import org.durumi.cases.Participants;
import org.durumi.cases.PeopleSplit;
import org.durumi.cases.StageEntry;
import org.durumi.identity.CurrentUser;
import org.durumi.jdbc.RareRows;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.ChangedMeanwhile;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.Longest;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.RuleViolation;
import org.durumi.route.Certainty;
import org.durumi.vault.CaseKey;
import org.durumi.vault.Recording;

/**
 * The claims of a case: recorded, related to each other, adopted or rejected, corrected. Whoever changes one says which version
 * they had before them; {@link ChangedMeanwhile} says that somebody else was faster, and nothing is stored.
 */
@ApplicationScoped
@Transactional
public class ClaimService {
    private static final AccessGroup[] SHOWN = {AccessGroup.CLAIM, AccessGroup.SOURCE};

    @Inject
    Claims claims;

    @Inject
    SourceService sources;

    @Inject
    CaseAccess access;

    @Inject
    Changes changes;

    @Inject
    Event<EvidenceChanged> changed;

    @Inject
    Participants participants;

    @Inject
    CurrentUser user;

    @Inject
    Clock clock;

    @Inject
    RareRows rare;

    /** Everything that is claimed in a case. Records the access. */
    public Evidence view(CaseNumber number) {
        return of(access.toRead(number, SHOWN));
    }

    /** The same, of a case that has been opened already. Four queries, whatever the size of the case. */
    public Evidence of(CaseFile file) {
        // Sources are sealed for the organisation; that they are shown, the entry of the case must say all the same.
        file.key(AccessGroup.SOURCE);
        return read(file, file.key(AccessGroup.CLAIM));
    }

    /**
     * The same for rules: the person who acts is shown nothing of it.
     *
     * @param key that was handed out to assess the case
     */
    public Evidence toAssess(CaseFile file, CaseKey key) {
        return read(file, key);
    }

    private Evidence read(CaseFile file, CaseKey key) {
        List<Claim> known = key.opened(claims.claims(file.id()));
        return new Evidence(
                known,
                key.opened(rare.of(file.id().value(), "claim_relation", () -> claims.relations(file.id()))),
                sources.known(known.stream().map(Claim::source).collect(Collectors.toSet()), file.team()),
                key.opened(rare.of(file.id().value(), "overruling", () -> claims.overrulings(file.id()))));
    }

    /** Whether some claims of an opened case were related to each other: else nothing can contradict anything. */
    public boolean hasRelations(CaseFile file) {
        return claims.numberOfRelations(file.id()) > 0;
    }

    /** How many claims an opened case has. */
    public int numberOf(CaseFile file) {
        return (int) claims.number(file.id());
    }

    /**
     * Records a claim.
     *
     * @param relation how it stands to another claim of the case, if it does
     * @return the claim
     * @throws NotFound if somebody or an entry is not in this case, or the source is none of the case's team
     * @throws RuleViolation at the field that contradicts another
     */
    public EntryId record(CaseNumber number, @Valid NewClaim known, Optional<@Valid NewRelation> relation) {
        CaseFile file = access.toChange(number, SHOWN);
        require(file, known, false);
        Evidence evidence = of(file);
        CaseRoom.forOneMore(evidence.claims().size());
        Recording recording = recording(file);
        Claim claim = Claim.record(file, known, recording, LocalDate.now(clock));
        claims.add(claim);
        relation.ifPresent(each -> relate(file, claim.original(), each, evidence, recording));
        recorded(file);
        return claim.id();
    }

    /**
     * Corrects a claim: another row stands in its place, and nobody has decided about that yet.
     *
     * @throws RuleViolation at «correctionReason» if it is missing, or at a field that contradicts another
     */
    public void correct(CaseNumber number, EntryId id, @Valid NewClaim right, @Longest(1000) String why, int seen) {
        CaseFile file = access.toChange(number, SHOWN);
        Evidence evidence = of(file);
        Claim wrong = row(evidence, id);
        wrong.requireStanding(seen);
        CorrectableRow.requireReason("correctionReason", why);
        Source before = evidence.source(wrong);
        // A case that came from another team goes on to name its sources.
        require(file, right, before.isElsewhere() && before.id().equals(right.source()));
        CaseRoom.forOneMore(evidence.claims().size());
        Recording recording = recording(file);
        Claim corrected = wrong.correctedTo(right, recording, LocalDate.now(clock));
        wrong.strike(why, recording);
        claims.correct(wrong, corrected);
        recorded(file);
    }

    /** @param keeps whether it goes on to name a source that is known to be right */
    private void require(CaseFile file, NewClaim known, boolean keeps) {
        participants.require(file, known.about());
        known.entry().ifPresent(entry -> participants.requireEntry(file, entry));
        if (!keeps && sources.standing(known.source(), file.team()).isEmpty()) {
            throw new NotFound();
        }
    }

    /**
     * Decides about a claim: a caseworker of the case or a supervisor of its team adopts it, rejects it, says that another took
     * its place, or opens the question again.
     *
     * @throws RuleViolation at «state» if a claim that contradicts it is adopted, or that is decided already
     */
    public void judge(CaseNumber number, EntryId id, @Valid NewJudgement decided, int seen) {
        CaseFile file = access.toAct(number, SHOWN);
        Evidence evidence = of(file);
        Claim claim = row(evidence, id);
        boolean otherAdopted = evidence.of(claim).stream()
                .filter(each -> each.kind().opposes())
                .anyMatch(each -> evidence.other(each, claim).state() == ClaimState.ADOPTED);
        if (decided.state() == ClaimState.ADOPTED && otherAdopted) {
            throw RuleViolation.at("state", "claim.adopt.contradicted");
        }
        claim.judge(decided, seen, recording(file));
        claims.save(claim);
        recorded(file);
    }

    /**
     * Says how sure an entry of a journey is, whatever its claims say, or lets it follow from them again.
     *
     * @throws NotFound if there is no such entry in this case
     * @throws RuleViolation at «certainty» if that stands already
     */
    public void overrule(CaseNumber number, EntryId entry, @Valid NewOverruling told) {
        CaseFile file = access.toAct(number, SHOWN);
        participants.requireEntry(file, entry);
        List<Overruling> known = file.key(AccessGroup.CLAIM).opened(claims.overrulings(file.id()));
        Optional<Certainty> standing = known.stream()
                .filter(each -> each.entry().equals(entry))
                .reduce((first, last) -> last)
                .flatMap(Overruling::certainty);
        if (standing.equals(told.certainty())) {
            throw RuleViolation.at("certainty", "overruling.already");
        }
        CaseRoom.forOneMore(known.size());
        claims.add(Overruling.record(file, entry, told, recording(file)));
        recorded(file);
    }

    /**
     * Says how a claim stands to another.
     *
     * @param id of the claim
     * @throws NotFound if one of the two is no claim of this case that stands
     * @throws RuleViolation at «related» if it is the same claim, or the two are related already
     */
    public void relate(CaseNumber number, EntryId id, @Valid NewRelation known) {
        CaseFile file = access.toChange(number, SHOWN);
        Evidence evidence = of(file);
        relate(file, row(evidence, id).original(), known, evidence, recording(file));
        recorded(file);
    }

    private void relate(CaseFile file, EntryId from, NewRelation known, Evidence evidence, Recording recording) {
        if (evidence.standing(known.related()).isEmpty()) {
            throw new NotFound();
        }
        CaseRoom.forOneMore(evidence.relations().size());
        claims.add(ClaimRelation.record(file, from, known, evidence.relations(), recording));
    }

    /**
     * Takes a relation back: it is struck, with the reason.
     *
     * @throws NotFound if there is no such relation
     * @throws RuleViolation at «why» if nobody can see a reason, or if it has been taken back already
     */
    public void unrelate(CaseNumber number, EntryId id, @Longest(1000) String why) {
        CaseFile file = access.toChange(number, SHOWN);
        ClaimRelation relation = of(file).relation(id).orElseThrow(NotFound::new);
        CorrectableRow.requireReason("why", why);
        relation.strike(why, recording(file));
        claims.save(relation);
        recorded(file);
    }

    /** What is claimed of those who go into another case, or of everybody, goes with them, and how it stands to each other. */
    void split(@Observes PeopleSplit split) {
        List<Claim> going = split.read().opened(claims.claims(split.from().id())).stream()
                .filter(each -> each.stands() && each.goes(split.copy()))
                .toList();
        Set<EntryId> known = going.stream().map(Claim::original).collect(Collectors.toSet());
        going.forEach(each -> {
            each.copyInto(split.copy());
            claims.add(each);
        });
        split.read().opened(claims.relations(split.from().id())).stream()
                .filter(each -> each.stands() && known.contains(each.from()) && known.contains(each.to()))
                .forEach(each -> {
                    each.copyInto(split.copy());
                    claims.add(each);
                });
        Set<EntryId> entries = participants.journeysToAssess(split.from(), split.read()).entrySet().stream()
                .filter(each -> split.copy().takes(each.getKey()))
                .flatMap(each -> each.getValue().stream().map(StageEntry::id))
                .collect(Collectors.toSet());
        split.read().opened(claims.overrulings(split.from().id())).stream()
                .filter(each -> entries.contains(each.entry()))
                .forEach(each -> {
                    each.copyInto(split.copy());
                    claims.add(each);
                });
    }

    /** A row as it was seen, which may have been corrected since. */
    private static Claim row(Evidence evidence, EntryId id) {
        return evidence.claims().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private void recorded(CaseFile file) {
        changed.fire(new EvidenceChanged(file));
        changes.noted(file, AccessAction.CHANGE, AccessGroup.CLAIM);
    }

    private Recording recording(CaseFile file) {
        return new Recording(user.actor().signed(clock.instant()), file.key(AccessGroup.CLAIM));
    }
}
