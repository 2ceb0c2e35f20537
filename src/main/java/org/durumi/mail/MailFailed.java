package org.durumi.mail;

/** A mail could not be handed over. It says the class of the error alone: what a server says names addresses. */
class MailFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MailFailed(Exception why) {
        super(why.getClass().getSimpleName());
    }

    String kind() {
        return String.valueOf(getMessage());
    }
}
