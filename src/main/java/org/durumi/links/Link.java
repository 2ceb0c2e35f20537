package org.durumi.links;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.durumi.cases.CaseFile;
import org.durumi.cases.EveryCase.Whose;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.Signed;
import org.durumi.kernel.TeamId;
import org.durumi.kernel.VisibleText;
import org.durumi.mac.MacUse;
import org.durumi.mac.Macs;
import org.durumi.vault.OrganisationKey;
import org.durumi.vault.Sealed;
import org.durumi.vault.SealedColumn;
import org.durumi.vault.SealedText;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/**
 * One case is linked with another: suggested by the record or by a caseworker, decided by a supervisor, of both teams if they
 * are two. It belongs to both cases, so that what it says is sealed with the organisation's key; it counts only with the
 * application's MAC.
 */
@Entity
@Table(name = "case_link")
public class Link {
    private static final SealedColumn<Words> WORDS = new SealedColumn<>("case_link", "by_organisation", Words.class);
    private static final SealedText WHY_ENDED = new SealedText("case_link", "end_by_organisation");

    @EmbeddedId
    private EntryId id;

    @Immutable
    private CaseId askingCaseId;

    private TeamId askingTeamId;

    private @Nullable ParticipantId askingParticipantId;

    @Immutable
    private @Nullable CaseId askedCaseId;

    private @Nullable TeamId askedTeamId;

    private @Nullable ParticipantId askedParticipantId;
    private Sealed byOrganisation;

    @Enumerated(EnumType.STRING)
    private LinkState state;

    private Signed begun;
    private @Nullable Signed asked;
    private @Nullable Signed answered;
    private @Nullable Signed ended;
    private Sealed endByOrganisation = Sealed.nothing();
    private byte[] mac;

    @Version
    private int version;

    /** @param found whether the record found it, and nobody typed a number */
    record Words(LinkKind kind, String why, boolean found) {}

    /** With what somebody acts: their signature, the organisation's key, the MACs. */
    record Hand(Signed signed, OrganisationKey key, Macs macs) {}

    protected Link() {} // Hibernate

    /** @param other the other case; empty if nobody has the number that was typed */
    private static Link between(CaseFile file, Optional<Whose> other, Optional<ParticipantId> who, Hand hand) {
        Link link = new Link();
        link.id = EntryId.create();
        link.askingCaseId = file.id();
        link.askingTeamId = file.team();
        link.askingParticipantId = who.orElse(null);
        link.askedCaseId = other.map(Whose::id).orElse(null);
        link.askedTeamId = other.map(Whose::team).orElse(null);
        link.state = LinkState.SUGGESTED;
        link.begun = hand.signed();
        return link;
    }

    /** The record suggests it. */
    static Link suggest(CaseFile file, Whose other, FoundLink found, Hand hand) {
        Link link = between(file, Optional.of(other), found.who(), hand);
        link.say(new Words(found.kind(), "", true), hand);
        return link.marked(hand);
    }

    /** Somebody wants it. */
    static Link want(CaseFile file, Optional<Whose> other, NewLink wanted, boolean decides, Hand hand) {
        Link link = between(file, other, wanted.participant(), hand);
        link.say(new Words(wanted.kind(), wanted.why().strip(), false), hand);
        link.ask(decides, Optional.empty(), "", hand);
        return link;
    }

    private void say(Words said, Hand hand) {
        byOrganisation = WORDS.seal(said, id.value(), hand.key(), bound());
    }

    private Object[] bound() {
        return new Object[] {
            askingCaseId,
            askingTeamId,
            Optional.ofNullable(askedCaseId),
            Optional.ofNullable(askedTeamId),
            begun.by(),
            begun.at()
        };
    }

    private Object[] values() {
        return new Object[] {
            id,
            askingCaseId,
            askingTeamId,
            Optional.ofNullable(askingParticipantId),
            Optional.ofNullable(askedCaseId),
            Optional.ofNullable(askedTeamId),
            Optional.ofNullable(askedParticipantId),
            state,
            begun.by(),
            begun.at(),
            asked().map(Signed::by),
            asked().map(Signed::at),
            answered().map(Signed::by),
            answered().map(Signed::at),
            ended().map(Signed::by),
            ended().map(Signed::at)
        };
    }

    private Link marked(Hand hand) {
        mac = hand.macs().of(MacUse.LINK, values());
        return this;
    }

    /** Whether the application wrote what it says in clear. */
    boolean isGenuine(Macs macs) {
        return macs.fits(mac, MacUse.LINK, values());
    }

    /** From now on it says how the cases are linked, and why. */
    void open(OrganisationKey key) {
        byOrganisation = WORDS.open(byOrganisation, id.value(), key, bound());
        endByOrganisation = WHY_ENDED.open(endByOrganisation, id.value(), key);
    }

    /**
     * What a reader of one of its cases may do about it.
     *
     * @param here whether they look from the side that asks
     * @param records whether they may record in the case from which they look
     * @param decides whether they may decide in it
     * @param decidesThere whether they may decide in the other case, too
     */
    Set<LinkAct> acts(boolean here, boolean records, boolean decides, boolean decidesThere) {
        return switch (state) {
            case SUGGESTED -> here && (records || decides) ? EnumSet.of(LinkAct.ASK, LinkAct.DECLINE) : Set.of();
            case WISHED -> here && decides ? EnumSet.of(LinkAct.ASK, LinkAct.DECLINE) : Set.of();
            case ASKED -> {
                Set<LinkAct> acts = EnumSet.noneOf(LinkAct.class);
                if (askedCaseId != null && (here ? decidesThere : decides)) {
                    acts.add(LinkAct.AGREE);
                    acts.add(LinkAct.DECLINE);
                }
                if (here && decides) {
                    acts.add(LinkAct.END);
                }
                yield acts;
            }
            case STANDS -> decides ? EnumSet.of(LinkAct.END) : Set.of();
            case DECLINED, ENDED -> Set.of();
        };
    }

    /**
     * Somebody of the asking side wants it.
     *
     * @param decides whether they are a supervisor
     * @param who the participant who is the same person; empty to leave it as it is
     * @param why empty to leave it as it is
     * @throws RuleViolation if it says nobody who is the same person, or is decided already
     */
    void ask(boolean decides, Optional<ParticipantId> who, String why, Hand hand) {
        require(LinkState.SUGGESTED, LinkState.WISHED);
        who.ifPresent(each -> askingParticipantId = each);
        if (kind() == LinkKind.SAME_PERSON && askingParticipantId == null) {
            throw RuleViolation.at("participant", "link.participant.missing");
        }
        if (state == LinkState.SUGGESTED) {
            Words said = new Words(kind(), why.isBlank() ? why() : why.strip(), isFound());
            begun = hand.signed();
            say(said, hand);
        }
        if (decides) {
            state = LinkState.ASKED;
            asked = hand.signed();
            if (isOfOneTeam() && kind() != LinkKind.SAME_PERSON) {
                stand(hand);
            }
        } else {
            state = LinkState.WISHED;
        }
        marked(hand);
    }

    /**
     * The asked side agrees.
     *
     * @param who on that side is the same person; empty for every other kind
     * @throws RuleViolation if that is missing, nobody asks any more, or who asked for one team would answer for the other
     */
    void agree(Optional<ParticipantId> who, Hand hand) {
        require(LinkState.ASKED);
        if (!isOfOneTeam()
                && asked().map(Signed::by).filter(hand.signed().by()::equals).isPresent()) {
            throw new RuleViolation("link.same-person");
        }
        if (kind() == LinkKind.SAME_PERSON) {
            askedParticipantId = who.orElseThrow(() -> RuleViolation.at("participant", "link.participant.missing"));
        }
        stand(hand);
        marked(hand);
    }

    private void stand(Hand hand) {
        state = LinkState.STANDS;
        answered = hand.signed();
    }

    /** @throws RuleViolation at «why» without a reason, or if it is decided already */
    void decline(String why, Hand hand) {
        require(LinkState.SUGGESTED, LinkState.WISHED, LinkState.ASKED);
        over(LinkState.DECLINED, why, hand);
    }

    /** @throws RuleViolation at «why» without a reason, or if nobody asks and it does not stand */
    void end(String why, Hand hand) {
        require(LinkState.ASKED, LinkState.STANDS);
        over(LinkState.ENDED, why, hand);
    }

    private void over(LinkState last, String why, Hand hand) {
        if (VisibleText.isEmpty(why)) {
            throw RuleViolation.at("why", "link.why.missing");
        }
        state = last;
        ended = hand.signed();
        endByOrganisation = WHY_ENDED.seal(why.strip(), id.value(), hand.key());
        marked(hand);
    }

    /**
     * The case of one of its sides went over to another team: from now on that team is asked, told and named for it. What was said stays,
     * sealed anew.
     */
    void follow(CaseId side, TeamId team, Hand hand) {
        Words said = WORDS.read(byOrganisation);
        if (isAskedBy(side)) {
            askingTeamId = team;
        } else {
            askedTeamId = team;
        }
        say(said, hand);
        marked(hand);
    }

    private void require(LinkState... allowed) {
        if (!Set.of(allowed).contains(state)) {
            throw new RuleViolation("link.decided-already");
        }
    }

    public EntryId id() {
        return id;
    }

    public LinkState state() {
        return state;
    }

    public LinkKind kind() {
        return WORDS.read(byOrganisation).kind();
    }

    /** Whether the record found it, and nobody typed a number. */
    boolean isFound() {
        return WORDS.read(byOrganisation).found();
    }

    /** In the words of who wanted it; empty if the record suggests it. */
    public String why() {
        return WORDS.read(byOrganisation).why();
    }

    /** Why it was declined or ended; empty while it is neither. */
    public String whyEnded() {
        return WHY_ENDED.read(endByOrganisation);
    }

    /** Who looked for it, or wanted it first. */
    public Signed begun() {
        return begun;
    }

    /** The supervisor of the asking side; empty as long as none has asked. */
    public Optional<Signed> asked() {
        return Optional.ofNullable(asked);
    }

    /** Who agreed; empty as long as nobody has. */
    public Optional<Signed> answered() {
        return Optional.ofNullable(answered);
    }

    /** Who declined or ended it; empty as long as nobody has. */
    public Optional<Signed> ended() {
        return Optional.ofNullable(ended);
    }

    CaseId asking() {
        return askingCaseId;
    }

    TeamId askingTeam() {
        return askingTeamId;
    }

    /** Empty if nobody has the number that was typed. */
    Optional<CaseId> askedCase() {
        return Optional.ofNullable(askedCaseId);
    }

    /** Whether the side that was asked has answered, if only no: until then nobody knows whether there is one. */
    boolean isAnswered() {
        return answered != null || state == LinkState.DECLINED && asked != null;
    }

    boolean isAskedBy(CaseId side) {
        return askingCaseId.equals(side);
    }

    boolean isOfOneTeam() {
        return askingTeamId.equals(askedTeamId);
    }

    /** The case on the other side; empty if there is none. */
    Optional<CaseId> other(CaseId side) {
        return isAskedBy(side) ? askedCase() : Optional.of(askingCaseId);
    }

    /** Whose the case on the other side is; empty if there is none. */
    Optional<TeamId> otherTeam(CaseId side) {
        return isAskedBy(side) ? Optional.ofNullable(askedTeamId) : Optional.of(askingTeamId);
    }

    /** Who in a case is the same person; empty if it does not say. */
    public Optional<ParticipantId> participant(CaseId side) {
        return Optional.ofNullable(isAskedBy(side) ? askingParticipantId : askedParticipantId);
    }

    int version() {
        return version;
    }
}
