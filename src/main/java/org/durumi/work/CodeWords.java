package org.durumi.work;

/**
 * The words that were agreed with somebody, sealed apart from the rest of their plan: shown only to who asks for them.
 *
 * @param codeWord by which they are known; may be empty
 * @param duressPhrase which says that they do not speak freely; may be empty
 */
public record CodeWords(String codeWord, String duressPhrase) {
    /** What was typed, where nothing was typed what was. */
    static CodeWords typed(NewCheckInPlan told, CodeWords before) {
        return new CodeWords(
                told.codeWord().isEmpty() ? before.codeWord() : told.codeWord(),
                told.duressPhrase().isEmpty() ? before.duressPhrase() : told.duressPhrase());
    }

    static CodeWords none() {
        return new CodeWords("", "");
    }
}
