package org.durumi.mac;

/** What a MAC is for. Each use has a key of its own: a code made for one kind of row says nothing about another. */
public enum MacUse {
    /** That somebody belongs to a team, and that they do no longer. */
    MEMBERSHIP,
    MEMBERSHIP_END,
    /** That somebody has a role, that another one confirmed it, and that they have it no longer. */
    ROLE_GRANT,
    ROLE_CONFIRMATION,
    ROLE_END,
    /** That a caseworker works on a case, and that they do no longer. */
    ASSIGNMENT,
    ASSIGNMENT_END,
    /** That somebody may read a case that is not theirs, and that they may no longer. */
    GRANT,
    GRANT_END,
    /** That somebody stands in for another who is away, and that they do no longer. */
    DEPUTYSHIP,
    DEPUTYSHIP_END,
    /** That a case is offered to another team, and what became of that. */
    TRANSFER,
    TRANSFER_ANSWER,
    /** That two cases are linked, and what became of it. */
    LINK,
    /** That a case was closed as a duplicate of another, and that this was undone. */
    MERGE,
    /** The number of a case, its team, and the transfer by which it came there. */
    CASE,
    /** What lists show of a case. */
    HEADLINE,
    /** A broker, and how far they were checked. */
    BROKER,
    /** What a way usually costs. */
    NORM_PRICE,
    /** Who or what says something. */
    SOURCE,
    /** Where somebody is told by mail, and the code that confirms it. */
    MAIL_ADDRESS,
    MAIL_CODE,
    /** What somebody has decided. */
    DECISION,
    /** Whose a draft is. */
    DRAFT,
    /** What the organisation has decided for itself. */
    SETTING,
    /** What a country is to count as, and what another one said to it. */
    STANCE_PROPOSAL,
    STANCE_ANSWER,
    /** An entry of the access log. */
    ACCESS_ENTRY,
    /** The same while the keys are locked; its key follows from that of the sessions. */
    ACCESS_ENTRY_WHILE_LOCKED;

    /** The name under which its key is derived; never changed. */
    public String label() {
        return "mac " + name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ') + " 1";
    }
}
