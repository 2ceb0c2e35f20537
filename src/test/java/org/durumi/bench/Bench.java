package org.durumi.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.durumi.bench.BenchUser.Kind;
import org.durumi.identity.session.SessionRows;
import org.durumi.launcher.DataDirectory;
import org.durumi.vault.GeneratedKeys;

/** The program behind {@code bin/bench}: how fast the application is with many cases, beside what the database alone can do. */
public final class Bench {
    private static final String USAGE = """
            Usage: bin/bench [options]
              --cases N,…     how many cases there are (default 10000,100000)
              --users N,…     how many ask at once (default 8,32)
              --seconds N     how long each measurement takes (default 10)
              --only KIND,…   LIST, CASE, SAVE, SEARCH or PDF (default all)
              --compare       measure the list and the case page with and without row-level security, and what opening costs
              --port N        port of the application; PostgreSQL takes N + 102 (default 17080)
              --fresh         generate the cases again
              --jfr FILE      let the application write a flight recording
            """;
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final Duration WARM_UP = Duration.ofSeconds(20);

    /** Fewer than this are read whole for less than an index costs. */
    private static final int MANY_ROWS = 2_000;

    /** On two cores it takes eight minutes until everything is compiled. */
    private static final int MOST_ROUNDS = 12;

    private static final int QUIET_ROUNDS = 2;
    private static final double FASTER = 1.03;
    private static final int ROUNDS = 3;

    private List<Integer> cases = List.of(10_000, 100_000);
    private List<Integer> users = List.of(8, 32);
    private List<Kind> kinds = List.of(Kind.values());
    private Duration howLong = Duration.ofSeconds(10);
    private boolean compare;
    private boolean fresh;
    private int port = 17_080;
    private final List<String> recording = new ArrayList<>();

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        Bench bench = new Bench();
        if (bench.understands(List.of(arguments))) {
            for (int size : bench.cases) {
                bench.measure(new GeneratedStaff(size));
            }
        } else {
            OUT.print(USAGE);
        }
    }

    private boolean understands(List<String> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            switch (arguments.get(i)) {
                case "--compare" -> compare = true;
                case "--fresh" -> fresh = true;
                case "--cases" -> cases = numbers(arguments.get(++i));
                case "--users" -> users = numbers(arguments.get(++i));
                case "--seconds" ->
                    howLong = Duration.ofSeconds(numbers(arguments.get(++i)).get(0));
                case "--port" -> port = numbers(arguments.get(++i)).get(0);
                case "--only" ->
                    kinds = Arrays.stream(arguments.get(++i).split(","))
                            .map(Kind::valueOf)
                            .toList();
                case "--jfr" -> {
                    recording.add("-XX:FlightRecorderOptions=stackdepth=256");
                    recording.add(
                            "-XX:StartFlightRecording=settings=profile,dumponexit=true,jdk.CPUTimeSample#enabled=true,filename="
                                    + arguments.get(++i));
                }
                default -> {
                    return false;
                }
            }
        }
        return true;
    }

    private static List<Integer> numbers(String list) {
        return Arrays.stream(list.split(",")).map(Integer::valueOf).toList();
    }

    private void measure(GeneratedStaff staff) throws Exception {
        Path directory = Path.of("target", "bench", "" + staff.cases());
        if (fresh) {
            DataDirectory.forget(directory);
        }
        try (BenchServers servers = BenchServers.start(directory, port, recording)) {
            Thread stop = new Thread(servers::close, "stop");
            Runtime.getRuntime().addShutdownHook(stop);
            generate(staff, servers);
            servers.startApplication();
            List<BenchUser> people = people(staff, servers);
            warmUp(people);
            printMemory("after the warm-up", servers);
            forgetReadings(servers);
            if (compare) {
                new Comparison(servers, OUT).run(people.subList(0, users.get(0)), howLong, ROUNDS);
            } else {
                compareWithRawLimit(staff, servers, people);
            }
            printMemory("at the end", servers);
            Runtime.getRuntime().removeShutdownHook(stop);
        }
    }

    private static void printMemory(String when, BenchServers servers) throws IOException {
        OptionalLong now = servers.residentMegabytes("VmRSS");
        if (now.isPresent()) {
            OUT.printf(
                    "resident memory of the application %s: %,d MB, at most %,d MB%n",
                    when, now.getAsLong(), servers.residentMegabytes("VmHWM").orElseThrow());
        }
    }

    private static void forgetReadings(BenchServers servers) throws SQLException {
        try (Connection database = servers.superuser();
                Statement statement = database.createStatement()) {
            statement.execute("select pg_stat_reset()");
        }
    }

    /** A table that grows with the cases is nowhere read whole: an index is missing, or a question does not use it. */
    private static void printTablesReadWhole(BenchServers servers) throws SQLException {
        try (Connection database = servers.superuser();
                Statement statement = database.createStatement();
                ResultSet tables = statement.executeQuery("""
                        select relname, seq_scan, seq_tup_read / seq_scan from pg_stat_user_tables
                        where seq_scan > 0 and seq_tup_read / seq_scan >= %d order by seq_tup_read desc
                        """.formatted(MANY_ROWS))) {
            while (tables.next()) {
                OUT.printf(
                        "read whole: %s, %,d times, %,d rows each%n",
                        tables.getString(1), tables.getLong(2), tables.getLong(3));
            }
        }
    }

    private void generate(GeneratedStaff staff, BenchServers servers) throws SQLException {
        try (Connection database = servers.superuser();
                Statement statement = database.createStatement()) {
            if (count(statement) == 0) {
                long begin = System.nanoTime();
                new Generator(servers::superuser, new GeneratedKeys(servers.keys())).fill(staff);
                try (ResultSet size =
                        statement.executeQuery("select pg_size_pretty(pg_database_size(current_database()))")) {
                    size.next();
                    OUT.printf(
                            "%,d cases generated in %d s; the database has %s%n",
                            staff.cases(),
                            Duration.ofNanos(System.nanoTime() - begin).toSeconds(),
                            size.getString(1));
                }
            }
        }
    }

    private static int count(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery("select count(*) from case_file")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    /** As many caseworkers as are ever needed at once, from all over the organisation. */
    private List<BenchUser> people(GeneratedStaff staff, BenchServers servers) throws SQLException {
        int most = users.stream().mapToInt(Integer::intValue).max().orElseThrow();
        List<BenchUser> people = new ArrayList<>();
        SessionRows rows = new SessionRows(servers.keys());
        try (Connection database = servers.superuser()) {
            for (int nth = 0; nth < most; nth++) {
                String who = GeneratedStaff.caseworker(nth * staff.caseworkers() / most);
                people.add(BenchUser.signedIn(who, servers.baseUrl(), database, rows));
            }
        }
        return people;
    }

    /** Until nothing becomes faster any more: who measures earlier measures the compiler. */
    private void warmUp(List<BenchUser> people) throws Exception {
        people.get(0).askPatiently(Kind.LIST);
        Map<Kind, Double> best = new EnumMap<>(Kind.class);
        int quiet = 0;
        for (int round = 1; quiet < QUIET_ROUNDS && round <= MOST_ROUNDS; round++) {
            boolean faster = false;
            for (Kind kind : kinds) {
                double now =
                        load(people.subList(0, users.get(0)), kind, WARM_UP).perSecond();
                faster |= now > best.getOrDefault(kind, 0.0) * FASTER;
                best.merge(kind, now, Math::max);
                System.err.printf(Locale.ROOT, "warm-up %d, %s: %.0f/s%n", round, kind.title, now);
            }
            quiet = faster ? 0 : quiet + 1;
        }
    }

    static Load.Figures load(List<BenchUser> people, Kind kind, Duration howLong) {
        return Load.of(
                people.stream()
                        .map(person -> (Load.Step) () -> person.ask(kind))
                        .toList(),
                howLong);
    }

    private void compareWithRawLimit(GeneratedStaff staff, BenchServers servers, List<BenchUser> people)
            throws Exception {
        OUT.printf("%n%,d cases, %d caseworkers%n", staff.cases(), staff.caseworkers());
        OUT.println("| what | users | requests/s | p50 ms | p95 ms | statements | bytes | raw SQL/s | share |");
        OUT.println("|---|---|---|---|---|---|---|---|---|");
        Map<Kind, Map<Integer, Load.Figures>> figures = new EnumMap<>(Kind.class);
        for (Kind kind : kinds) {
            Map<Integer, Load.Figures> byUsers = new java.util.TreeMap<>();
            for (int many : users) {
                Load.Figures measured = load(people.subList(0, many), kind, howLong);
                System.err.printf(Locale.ROOT, "%s, %d users: %.0f/s%n", kind.title, many, measured.perSecond());
                byUsers.put(many, measured);
            }
            figures.put(kind, byUsers);
        }
        printTablesReadWhole(servers);
        Map<Kind, List<Script>> scripts = new EnumMap<>(Kind.class);
        try (Overheard overheard = new Overheard(servers)) {
            for (Kind kind : kinds) {
                scripts.put(kind, overheard.scripts(people, kind));
            }
        }
        // Only now: while it is overheard, the database writes every statement into its log.
        for (Kind kind : kinds) {
            for (int many : users) {
                List<Script> said = scripts.get(kind).subList(0, many);
                print(kind, many, figures.get(kind).get(many), said, servers);
            }
        }
    }

    private void print(Kind kind, int many, Load.Figures application, List<Script> scripts, BenchServers servers)
            throws SQLException {
        double raw = raw(scripts, servers);
        OUT.printf(
                Locale.ROOT,
                "| %s | %d | %.0f | %.1f | %.1f | %.0f | %,d | %.0f | %.2f |%n",
                kind.title,
                many,
                application.perSecond(),
                application.p50Millis(),
                application.p95Millis(),
                scripts.stream().mapToLong(Script::statements).average().orElseThrow(),
                application.bytes(),
                raw,
                application.perSecond() / raw);
    }

    /** How often the same SQL can be said in a second, by as many at once. */
    private double raw(List<Script> scripts, BenchServers servers) throws SQLException {
        List<Script.Replay> replays = new ArrayList<>();
        try {
            for (Script script : scripts) {
                replays.add(script.new Replay(servers));
            }
            List<Load.Step> steps = replays.stream()
                    .map(replay -> (Load.Step) () -> {
                        replay.run();
                        return 0;
                    })
                    .toList();
            Load.of(steps, Duration.ofSeconds(2));
            return Load.of(steps, howLong.dividedBy(2)).perSecond();
        } finally {
            for (Script.Replay each : replays) {
                each.close();
            }
        }
    }
}
