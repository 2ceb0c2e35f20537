package org.durumi.cases;

import java.util.List;

/** The texts of an entry of a journey, which the table holds only sealed. */
record EntryWords(String happened, String place, String reason, String authority, String facility) {
    static EntryWords of(NewStage reported) {
        return new EntryWords(
                reported.happened().words(),
                reported.place().name(),
                reported.reason(),
                reported.details().authority(),
                reported.details().facility());
    }

    /** What {@link #texts} was. */
    static EntryWords read(List<String> texts) {
        return new EntryWords(texts.get(0), texts.get(1), texts.get(2), texts.get(3), texts.get(4));
    }

    /** In the order in which they are sealed. */
    List<String> texts() {
        return List.of(happened, place, reason, authority, facility);
    }
}
