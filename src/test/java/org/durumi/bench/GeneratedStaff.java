package org.durumi.bench;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.durumi.evidence.NewSource;
import org.durumi.evidence.Reliability;
import org.durumi.evidence.SourceKind;
import org.durumi.kernel.PartialDate;
import org.durumi.mac.MacUse;
import org.durumi.mac.Macs;
import org.durumi.vault.GeneratedKeys;
import org.durumi.vault.SealedColumn;

/**
 * The people of a generated organisation: teams of ten caseworkers with a supervisor, and about two hundred cases for each
 * caseworker. Everything follows from a number.
 */
record GeneratedStaff(int cases) {
    private static final int CASES_OF_ONE = 200;
    private static final int TEAM = 10;

    int caseworkers() {
        return Math.max(1, cases / CASES_OF_ONE);
    }

    int teams() {
        return (caseworkers() + TEAM - 1) / TEAM;
    }

    /** The caseworker to whom a case belongs. */
    int caseworkerOf(int nth) {
        return nth % caseworkers();
    }

    int teamOf(int caseworker) {
        return caseworker / TEAM;
    }

    /** Another caseworker of the same team, or the same if the team has no other. */
    int colleagueOf(int caseworker) {
        int first = teamOf(caseworker) * TEAM;
        return first + (caseworker - first + 1) % Math.min(TEAM, caseworkers() - first);
    }

    static UUID team(int nth) {
        return new UUID(0x7ea3000000004000L, 0x8000000000000000L | nth);
    }

    static String caseworker(int nth) {
        return "bench-caseworker-" + nth;
    }

    static String supervisor(int team) {
        return "bench-supervisor-" + team;
    }

    static UUID broker(int team, int nth) {
        return new UUID(0xb20ce20000004000L, 0x8000000000000000L | (long) team << 16 | nth);
    }

    static UUID source(int team) {
        return new UUID(0x50c2ce0000004000L, 0x8000000000000000L | team);
    }

    /** The rows of the people, a source and five brokers for each team. */
    void add(CopiedRows rows, GeneratedKeys keys) {
        Macs macs = keys.macs();
        for (int team = 0; team < teams(); team++) {
            rows.into("team")
                    .with("id", team(team))
                    .with("name", "Team " + team)
                    .end();
            addPerson(rows, macs, supervisor(team), team, "SUPERVISOR");
            addSource(rows, keys, team);
            for (int nth = 0; nth < GeneratedCase.BROKERS_OF_A_TEAM; nth++) {
                int number = 1_000_000 + team * GeneratedCase.BROKERS_OF_A_TEAM + nth;
                Instant added = GeneratedCase.FIRST_DAY.atStartOfDay().toInstant(ZoneOffset.UTC);
                Optional<String> vetter = nth == 0 ? Optional.of(supervisor(team)) : Optional.empty();
                Optional<Instant> vetted = vetter.map(each -> added);
                String vetting = nth == 0 ? "VETTED" : "UNVETTED";
                byte[] mac = macs.of(
                        MacUse.BROKER,
                        broker(team, nth),
                        number,
                        team(team),
                        "BROKER",
                        "ACQUAINTANCE",
                        vetting,
                        Optional.empty(),
                        caseworker(team * TEAM),
                        added,
                        vetter,
                        vetted);
                rows.into("broker")
                        .with("id", broker(team, nth))
                        .with("number", number)
                        .with("team_id", team(team))
                        .with("kind", "BROKER")
                        .with("introduced_by", "ACQUAINTANCE")
                        .with("vetting", vetting)
                        .with("added_by", caseworker(team * TEAM))
                        .with("added_at", added)
                        .with("vetted_by", vetter.orElse(null))
                        .with("vetted_at", vetted.orElse(null))
                        .with("mac", mac)
                        .with("version", 0)
                        .end();
            }
        }
        for (int nth = 0; nth < caseworkers(); nth++) {
            addPerson(rows, macs, caseworker(nth), teamOf(nth), "CASEWORKER");
        }
    }

    private static void addSource(CopiedRows rows, GeneratedKeys keys, int team) {
        Instant added = GeneratedCase.FIRST_DAY.atStartOfDay().toInstant(ZoneOffset.UTC);
        NewSource relative = new NewSource(
                SourceKind.RELATIVE, "", "", "", PartialDate.unknown(), "", Optional.empty(), Reliability.B, false);
        byte[] sealed = new SealedColumn<>("source", "sealed", Words.class)
                .seal(new Words(relative, ""), source(team), keys.organisation())
                .bytes();
        byte[] mac = keys.macs()
                .of(
                        MacUse.SOURCE,
                        source(team),
                        source(team),
                        Optional.empty(),
                        1,
                        team(team),
                        Optional.empty(),
                        sealed,
                        caseworker(team * TEAM),
                        added,
                        Optional.empty(),
                        Optional.empty());
        rows.into("source")
                .with("id", source(team))
                .with("original", source(team))
                .with("number", 1)
                .with("team_id", team(team))
                .with("sealed", sealed)
                .with("added_by", caseworker(team * TEAM))
                .with("added_at", added)
                .with("mac", mac)
                .with("version", 0)
                .end();
    }

    private record Words(NewSource known, String why) {}

    static void addPerson(CopiedRows rows, Macs macs, String user, int team, String role) {
        rows.into("staff_member")
                .with("user_id", user)
                .with("handle", user.substring("bench-".length()))
                .with("roles", role)
                .with("language", "ko")
                .with("version", 0)
                .end();
        UUID membership = UUID.nameUUIDFromBytes(user.getBytes(StandardCharsets.UTF_8));
        Instant since = GeneratedCase.FIRST_DAY.atStartOfDay().toInstant(ZoneOffset.UTC);
        rows.into("membership")
                .with("id", membership)
                .with("user_id", user)
                .with("team_id", team(team))
                .with("since", since)
                .with("entered_by", "bench")
                .with("mac", macs.of(MacUse.MEMBERSHIP, membership, user, team(team), "bench", since))
                .end();
        rows.into("role_grant")
                .with("id", membership)
                .with("user_id", user)
                .with("role", role)
                .with("asked_by", "bench")
                .with("asked_at", since)
                .with("mac", macs.of(MacUse.ROLE_GRANT, membership, user, role, "bench", since))
                .end();
        rows.into("role_confirmation")
                .with("id", membership)
                .with("confirmed_by", "bench")
                .with("confirmed_at", since)
                .with("mac", macs.of(MacUse.ROLE_CONFIRMATION, membership, "bench", since))
                .end();
    }
}
