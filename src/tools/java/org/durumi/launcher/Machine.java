package org.durumi.launcher;

import java.util.List;
import java.util.Map;

/**
 * How much of the machine the servers may take.
 *
 * @param java options of the application's Java: its memory, and how it compiles
 * @param postgres settings of PostgreSQL, such as {@code shared_buffers}
 */
public record Machine(List<String> java, Map<String, String> postgres) {
    /** Little, and up soon: for people who look at it. */
    public static final Machine SMALL = new Machine(
            List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto"),
            Map.of("shared_buffers", "64MB"));

    public Machine {
        java = List.copyOf(java);
        postgres = Map.copyOf(postgres);
    }
}
