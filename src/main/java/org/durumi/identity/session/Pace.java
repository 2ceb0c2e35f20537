package org.durumi.identity.session;

import java.time.Duration;

/**
 * How fast a body has to come, so that who sends it slowly gives the server's thread back.
 *
 * @param free how long nothing is asked of it
 * @param bytesPerSecond how much has to come in each second after that
 * @param longest how long it may take at most
 */
record Pace(Duration free, long bytesPerSecond, Duration longest) {
    /** Of somebody whom nobody knows. */
    static final Pace OF_GUESTS = new Pace(Duration.ofSeconds(5), 4096, Duration.ofSeconds(30));

    /** Of somebody who is signed in, perhaps over a poor line: what they typed shall arrive. */
    static final Pace OF_STAFF = new Pace(Duration.ofSeconds(30), 512, Duration.ofMinutes(2));

    /** Of the same with a file: 20 MB over a poor line. */
    static final Pace OF_UPLOADS = new Pace(Duration.ofSeconds(30), 16 * 1024, Duration.ofMinutes(15));

    boolean allows(Duration passed, long received) {
        long counted = passed.minus(free).toMillis();
        return passed.compareTo(longest) <= 0 && (counted <= 0 || received * 1000 >= counted * bytesPerSecond);
    }
}
