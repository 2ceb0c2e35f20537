package org.durumi.cases;

/** What an entry of a journey says in words, which the table holds only sealed. */
record EntryWords(String happened, String place, String reason, String authority, String facility) {
    static EntryWords of(NewStage reported) {
        return new EntryWords(
                reported.happened().words(),
                reported.place().name(),
                reported.reason(),
                reported.details().authority(),
                reported.details().facility());
    }
}
