package org.durumi.bench;

import java.io.PrintStream;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.durumi.bench.MonthSteps.Told;
import org.durumi.jdbc.Statements;

/** Looks through everything at the end of a simulated month, and says what was found. */
record MonthReport(MonthOptions options, MonthNode node, MonthMail mail, MonthCourse course, PrintStream out) {
    private static final int MORE_THAN_ENOUGH = 20;

    /** How often the nth of the staff wants mails; empty if they have no address. */
    static Optional<String> rhythm(int nth) {
        return switch (nth % 6) {
            case 0, 1, 2 -> Optional.of("AT_ONCE");
            case 3 -> Optional.of("DAILY");
            case 4 -> Optional.of("OFF");
            default -> Optional.empty();
        };
    }

    /** @return whether everything is as it should be */
    boolean print(Duration taken) throws Exception {
        Instant end = node.lastTick();
        Map<MonthPerson, List<Told>> told = new HashMap<>();
        try (Connection database = node.superuser()) {
            MonthEffects effects = new MonthEffects(database, course.complaints());
            effects.nothingWaits();
            for (MonthPerson person : course.people()) {
                List<Told> until = course.steps().of(person.id).stream()
                        .filter(each -> !each.at().isAfter(end))
                        .toList();
                told.put(person, until);
                course.check().compare(person, until, end);
                effects.compare(person, until);
            }
            untilNoMailWaits(database, end);
            Mailed mailed = mailed(effects, told);
            print(effects, mailed);
        }
        out.printf(
                "%d min %02d s, %d complaints%n",
                taken.toMinutes(), taken.toSecondsPart(), course.complaints().size());
        course.complaints().stream()
                .collect(Collectors.groupingBy(each -> each, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .limit(MORE_THAN_ENOUGH)
                .forEach(each -> out.println("  " + each.getValue() + " × " + each.getKey()));
        return course.complaints().isEmpty();
    }

    private record Mailed(int notices, int mails, int twice, Duration worst) {}

    /** What waits for a morning goes on the next one. */
    private void untilNoMailWaits(Connection database, Instant end) throws Exception {
        LocalDate tomorrow = LocalDate.ofInstant(node.now(), Rhythm.ZONE).plusDays(1);
        node.moveTo(tomorrow.atTime(8, 1).atZone(Rhythm.ZONE).toInstant());
        for (int hour = 0; hour < 3 && waiting(database, end) > 0; hour++) {
            long patience = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (waiting(database, end) > 0 && System.nanoTime() < patience) {
                LockSupport.parkNanos(10_000_000);
            }
            node.moveTo(node.now().plus(Duration.ofMinutes(61)));
        }
        if (waiting(database, end) > 0) {
            course.complaints().add("mails still wait");
        }
    }

    private static long waiting(Connection database, Instant end) {
        return Statements.on(database)
                .list(row -> row.getLong(1), "select count(*) from mail where at <= ?", end)
                .getFirst();
    }

    private Mailed mailed(MonthEffects effects, Map<MonthPerson, List<Told>> told) {
        Map<String, List<MonthMail.Mail>> byReader =
                mail.taken().stream().collect(Collectors.groupingBy(MonthMail.Mail::to));
        List<String> staff = MonthStaff.everybody();
        int notices = 0;
        List<Duration> delays = new ArrayList<>();
        for (int nth = 0; nth < staff.size(); nth++) {
            String reader = staff.get(nth);
            Optional<String> rhythm = rhythm(nth);
            List<MonthMail.Mail> mails = byReader.getOrDefault(reader + "@durumi.example.org", List.of());
            for (Map.Entry<MonthPerson, List<Told>> each : told.entrySet()) {
                for (Told one : each.getValue()) {
                    boolean urgent = one.level() == org.durumi.work.CheckInLevel.EVERY_SUPERVISOR;
                    if (one.whom().contains(reader)
                            && rhythm.filter(when -> urgent || !when.equals("OFF"))
                                    .isPresent()) {
                        notices++;
                        Instant sent = effects.mailed(each.getKey(), one, mails);
                        boolean atOnce = urgent || rhythm.get().equals("AT_ONCE");
                        delays.add(late(one.at(), sent, atOnce, urgent));
                    }
                }
            }
        }
        int all = mail.taken().size();
        int different = (int) mail.taken().stream()
                .map(each -> each.to() + each.id())
                .distinct()
                .count();
        return new Mailed(
                notices,
                all,
                all - different,
                delays.stream().reduce(Duration.ZERO, (one, other) -> one.compareTo(other) > 0 ? one : other));
    }

    /** How much later than it should be a mail was sent; nothing while the application was away. */
    private Duration late(Instant told, Instant sent, boolean atOnce, boolean urgent) {
        LocalDate day = LocalDate.ofInstant(told, Rhythm.ZONE);
        Instant morning = day.atTime(8, 0).atZone(Rhythm.ZONE).toInstant();
        if (!morning.isAfter(told)) {
            morning = day.plusDays(1).atTime(8, 0).atZone(Rhythm.ZONE).toInstant();
        }
        Duration late = Duration.between(atOnce ? told : morning, sent);
        // Time passes in steps of six hours where nothing happens; who was told thirty times in an hour waits for its
        // end.
        Duration most = !atOnce ? Duration.ofHours(6) : urgent ? Duration.ZERO : Duration.ofHours(1);
        boolean away = node.outages().stream()
                .anyMatch(each -> each.from().isBefore(sent)
                        && each.until().plusSeconds(60).isAfter(told));
        if (!away && late.compareTo(most.plusSeconds(60)) > 0) {
            course.complaints().add("a mail came late");
        }
        return away || !urgent ? Duration.ZERO : late;
    }

    private void print(MonthEffects effects, Mailed mailed) {
        int acts = course.people().stream().mapToInt(each -> each.acts.size()).sum();
        Map<MonthPerson.Kind, Long> kinds = course.people().stream()
                .flatMap(each -> each.acts.stream())
                .collect(Collectors.groupingBy(each -> each.kind(), TreeMap::new, Collectors.counting()));
        out.printf(
                "seed %d: %d days, %d cases, %d people%n",
                options.seed(),
                options.days(),
                course.people().size(),
                MonthStaff.everybody().size());
        out.printf(
                "acts by the pages: %,d %s, refused because somebody was late by then: %d%n",
                acts, kinds, course.refused());
        out.printf(
                "missed check-ins: %,d; steps: %,d; alerts: %,d%n",
                course.check().misses(), course.check().steps(), effects.alerts());
        out.printf("steps after their time: %s%n", late(course.check().late()));
        out.printf(
                "steps after a restart: %s; all there %d ms after it%n",
                late(course.check().lateAfterRestart()), course.worstReal().toMillis());
        out.printf(
                "notices to be mailed: %,d in %,d mails, of which %d came twice; latest at once: %d s%n",
                mailed.notices(), mailed.mails(), mailed.twice(), mailed.worst().toSeconds());
        out.printf(
                "kills: %d of %d, in the midst of: %s%n",
                node.outages().size(), options.kills(), course.kills().hits());
        out.printf(
                "longest start: %d s%n",
                node.starts().stream()
                        .max(Duration::compareTo)
                        .orElse(Duration.ZERO)
                        .toSeconds());
    }

    private static String late(List<Duration> by) {
        if (by.isEmpty()) {
            return "none";
        }
        // What was done while it started, before it was ready, was done at once.
        List<Long> sorted =
                by.stream().map(each -> Math.max(0, each.toMillis())).sorted().toList();
        return "%,d, half of them after at most %d ms, 95 in 100 after at most %d ms, the latest after %d ms"
                .formatted(
                        sorted.size(),
                        sorted.get((sorted.size() - 1) / 2),
                        sorted.get((sorted.size() * 95 + 99) / 100 - 1),
                        sorted.getLast());
    }
}
