package org.durumi.identity.session;

/** What the sign-in itself has to tell a reader, with the status of the answer. Its texts: «SignInNotice.X.title», «.text», «.action». */
public enum SignInNotice {
    /** The browser came from another site, such as a mail, and left our cookie at home: it asks again from here. */
    ASK_AGAIN(200),
    NO_ROLE(403),
    /** No two administrators have given the role here that the identity provider names. */
    NOT_CONFIRMED(403),
    /** They have given another one. */
    ROLE_DIFFERS(403),
    ROLES_EXCLUDE_EACH_OTHER(403),
    TOO_WEAK(403),
    /** Somebody else proved who they are than the person of the session. */
    OTHER_PERSON(403),
    NOT_GENUINE(400),
    DENIED(403),
    /** Too many sign-ins from one address. */
    TOO_MANY(429),
    /** Nobody can sign in now. */
    PROVIDER_AWAY(503),
    /** The database does not answer: nobody's session can be looked up. */
    DATABASE_AWAY(503),
    /** The database has no room for a session. */
    DATABASE_FULL(503),
    /** Signed in, but nothing may be changed while the identity provider is away. */
    ONLY_READING(503),
    /** The person signed in elsewhere, which ended this session. */
    REPLACED(401),
    /** A form came after its session had ended; what was typed is kept for its sender. */
    FORM_KEPT(401),
    /** A form was sent without the token of the session, or from another site. */
    FORM_NOT_OURS(403);

    private final int status;

    SignInNotice(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }
}
