package org.durumi.bench;

import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
import org.durumi.bench.MonthPerson.Kind;
import org.durumi.bench.MonthPerson.Plan;

/** The forms that the people of a simulated month send: names and values in turn. */
final class MonthForms {
    private MonthForms() {}

    /** Of the case of a woman who is in touch. */
    static String[] intake(LocalDate today) {
        return with(
                stage(today),
                "route",
                "LAND_VIA_CHINA",
                "destination",
                "",
                "priority",
                "NORMAL",
                "people",
                "1",
                "person1.role",
                "PRINCIPAL",
                "person1.ageBand",
                "AGE_30_39",
                "person1.sex",
                "FEMALE",
                "person1.elite",
                "NO",
                "person1.unaccompanied",
                "NO",
                "stage",
                "CONTACT");
    }

    static String path(MonthPerson person, Kind kind) {
        String base = "/cases/" + person.number;
        String checkIns = base + "/participants/" + person.id + "/check-ins/";
        return switch (kind) {
            case AGREED -> checkIns + "new";
            case WELL -> checkIns + "ok";
            case THIRD_PARTY, DURESS -> checkIns + "heard";
            case ANSWERED -> checkIns + "duress";
            case PAUSED -> checkIns + "pause";
            case ENDED -> checkIns + "end";
            case ARRESTED -> base + "/stages/new?stage=DETENTION";
            case FREE -> base + "/stages/new?stage=CONTACT";
            case OPENED -> throw new IllegalArgumentException("nobody is opened twice");
        };
    }

    static String[] fields(MonthPerson person, Plan plan, int version, LocalDate today) {
        Rhythm rhythm = person.rhythm;
        return switch (plan.kind()) {
            case AGREED ->
                new String[] {
                    "once",
                    once(),
                    "intervalHours",
                    "" + rhythm.hours(),
                    "graceMinutes",
                    "" + rhythm.grace(),
                    "quietFrom",
                    rhythm.from().map(String::valueOf).orElse(""),
                    "quietTo",
                    rhythm.to().map(String::valueOf).orElse(""),
                    "reach",
                    "",
                    "codeWord",
                    "spring onion",
                    "duressPhrase",
                    "the soup"
                };
            case THIRD_PARTY, DURESS ->
                new String[] {"once", once(), "kind", plan.kind().name(), "word", ""};
            case ANSWERED -> new String[] {"once", once(), "what", "friends were there"};
            case PAUSED -> new String[] {"once", once(), "hours", "" + plan.hours(), "why", "no electricity"};
            case ENDED -> new String[] {"once", once(), "why", "another way"};
            case ARRESTED ->
                with(
                        stage(today),
                        "who[]",
                        person.id + "." + version,
                        "authority",
                        "police",
                        "facility",
                        "",
                        "acknowledged",
                        "NO",
                        "goalKnown",
                        "UNKNOWN");
            case FREE -> with(stage(today), "who[]", person.id + "." + version);
            default -> new String[] {"once", once()};
        };
    }

    private static String[] stage(LocalDate today) {
        return new String[] {
            "once",
            once(),
            "happened",
            today.toString(),
            "happened.qualifier",
            "EXACT",
            "happened.words",
            "",
            "place",
            "",
            "place.country",
            "CN",
            "knownOn",
            today.toString(),
            "certainty",
            "CONFIRMED",
            "reason",
            "told by a relative"
        };
    }

    private static String[] with(String[] some, String... more) {
        return Stream.of(some, more).flatMap(Stream::of).toArray(String[]::new);
    }

    static String once() {
        return UUID.randomUUID().toString();
    }
}
