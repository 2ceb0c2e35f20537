package org.durumi.bench;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.durumi.kernel.CaseId;
import org.durumi.mac.MacUse;
import org.durumi.mac.Macs;
import org.durumi.vault.CaseKey;
import org.durumi.vault.GeneratedKeys;
import org.durumi.vault.SealedColumn;
import org.durumi.vault.SealedText;

/** One plausible case with everything that belongs to it, drawn from its number: the same number gives the same case. */
final class GeneratedCase {
    static final int BROKERS_OF_A_TEAM = 5;
    static final LocalDate FIRST_DAY = LocalDate.of(2021, 11, 1);
    private static final int DAYS = 5 * 365;
    private static final int ENTRIES_OF_THE_LOG = 10;
    private static final int OLD_ENOUGH_TO_BE_CLOSED = 300;

    private static final List<String> UNKNOWNS = List.of("R05:PHONE_REGISTERED", "R09:NORM_PRICE", "R12:LEG_DURATION");

    private static final List<List<String>> WAYS = List.of(
            List.of("REPORTED", "CONTACT", "BROKER", "TRANSIT", "MISSION", "ARRIVAL"),
            List.of("CONTACT", "BROKER", "TRANSIT", "TRANSIT", "ARRIVAL"),
            List.of("REPORTED", "CONTACT", "BROKER", "TRANSIT", "DETENTION", "REPATRIATION"),
            List.of("CONTACT", "CONTACT_LOST"));
    private static final List<String> LEVELS = List.of("LOW", "LOW", "MEDIUM", "MEDIUM", "HIGH", "CRITICAL");
    private static final List<String> COUNTRIES = List.of("CN", "CN", "CN", "LA", "TH", "VN");
    private static final List<String> PLACES =
            List.of("단둥 근처 강가의 마을", "선양 북역 뒤 여관", "옌지 시장 옆 집", "쿤밍 교외", "루앙남타", "농카이");
    private static final List<String> SURNAMES = List.of("김", "리", "박", "최", "정", "강", "조", "윤");
    private static final List<String> GIVEN = List.of("영", "순", "철", "옥", "미", "성", "은", "혜", "광", "명");
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final int nth;
    private final GeneratedStaff staff;
    private final SplittableRandom random;
    private final CopiedRows rows;
    private final UUID id;
    private final CaseKey key;
    private final GeneratedKeys.Drawn drawn;
    private final Macs macs;
    private final LocalDate opened;
    private final String caseworker;
    private final List<String> way;
    private final boolean closed;

    private GeneratedCase(int nth, GeneratedStaff staff, GeneratedKeys keys, CopiedRows rows) {
        this.nth = nth;
        this.staff = staff;
        this.rows = rows;
        random = new SplittableRandom(nth);
        id = uuid();
        drawn = keys.draw(new CaseId(id));
        key = drawn.key();
        macs = keys.macs();
        opened = FIRST_DAY.plusDays(random.nextInt(DAYS));
        caseworker = GeneratedStaff.caseworker(staff.caseworkerOf(nth));
        List<String> whole = one(WAYS);
        way = whole.subList(0, 1 + random.nextInt(whole.size()));
        closed = opened.isBefore(FIRST_DAY.plusDays(DAYS - OLD_ENOUGH_TO_BE_CLOSED)) && random.nextInt(100) < 65;
    }

    static void add(int nth, GeneratedStaff staff, GeneratedKeys keys, CopiedRows rows) {
        new GeneratedCase(nth, staff, keys, rows).add();
    }

    /** The number of a case: its last characters count up, so that two are never the same. */
    static String number(int nth) {
        StringBuilder number = new StringBuilder("C-2026-");
        for (int shift = 25; shift >= 0; shift -= 5) {
            number.append(ALPHABET.charAt(nth >> shift & 31));
        }
        return number.toString();
    }

    private void add() {
        int people = 1 + random.nextInt(10) / 7 + random.nextInt(10) / 9;
        String country = way.size() > 1 ? one(COUNTRIES) : "KP";
        String level = one(LEVELS);
        rows.into("case_key")
                .with("id", uuid())
                .with("case_id", id)
                .with("version", drawn.version())
                .with("kek_version", drawn.kekVersion())
                .with("wrapped", drawn.wrapped())
                .with("created_at", at(opened))
                .end();
        rows.into("case_file")
                .with("id", id)
                .with("number", number(nth))
                .with("kind", people == 1 ? "INDIVIDUAL" : people == 2 ? "PAIR" : "FAMILY")
                .with("route", "LAND_VIA_CHINA")
                .with("destination", "KR")
                .with("priority", random.nextInt(10) == 0 ? "URGENT" : "NORMAL")
                .with("team_id", team())
                .with("stage", way.get(way.size() - 1))
                .with("country", country)
                .with("level", level)
                .with("people", people)
                .with("sealed_label", label("두 사람 " + nth))
                .with("described", 1)
                .with("opened_by", caseworker)
                .with("opened_at", at(opened))
                .with("changed_at", at(opened.plusDays(10L * way.size())))
                .with("closed_at", closed ? at(opened.plusDays(200)) : null)
                .with("closed_by", closed ? caseworker : null)
                .with("close_reason", closed ? "OTHER" : null)
                .with("mac", macs.of(MacUse.CASE, id, number(nth), team()))
                .with("version", way.size())
                .end();
        assign(caseworker, null);
        if (random.nextInt(5) == 0 && staff.caseworkers() > 1) {
            assign(GeneratedStaff.caseworker(staff.colleagueOf(staff.caseworkerOf(nth))), null);
        } else if (random.nextInt(8) == 0 && staff.caseworkers() > 1) {
            assign(GeneratedStaff.caseworker(staff.colleagueOf(staff.caseworkerOf(nth))), at(opened.plusDays(20)));
        }
        List<UUID> participants = new ArrayList<>();
        for (int who = 0; who < people; who++) {
            participants.add(participant(who, country, level));
        }
        for (int leg = 0; leg < Math.min(2, way.size() - 1); leg++) {
            leg(participants, leg);
        }
        if (way.contains("BROKER")) {
            quote(participants);
        }
        log();
    }

    private UUID team() {
        return GeneratedStaff.team(staff.teamOf(staff.caseworkerOf(nth)));
    }

    private void assign(String user, Instant until) {
        UUID assignment = uuid();
        rows.into("assignment")
                .with("id", assignment)
                .with("case_id", id)
                .with("user_id", user)
                .with("since", at(opened))
                .with("until", until)
                .with("assigned_by", caseworker)
                .with("mac", macs.of(MacUse.ASSIGNMENT, assignment, id, user, at(opened), caseworker))
                .end();
    }

    private UUID participant(int who, String country, String level) {
        UUID participant = uuid();
        UUID standing = null;
        for (int position = 1; position <= way.size(); position++) {
            standing = entry(participant, position, country);
        }
        rows.into("participant")
                .with("id", participant)
                .with("case_id", id)
                .with("label", String.valueOf((char) ('A' + who)))
                .with("role", who == 0 ? "PRINCIPAL" : "COMPANION")
                .with("age_band", "AGE_30_39")
                .with("sex", random.nextInt(3) == 0 ? "MALE" : "FEMALE")
                .with("elite", "NO")
                .with("unaccompanied", "NO")
                .with("stage", way.get(way.size() - 1))
                .with("standing_entry", standing)
                .with("position", way.size())
                .with("version", 0)
                .end();
        int attempts = random.nextInt(3);
        for (int number = 1; number <= attempts; number++) {
            attempt(participant, number);
        }
        if (random.nextInt(2) == 0) {
            device(participant);
        }
        name(participant);
        assessments(participant, level);
        return participant;
    }

    private UUID entry(UUID participant, int position, String country) {
        UUID entry = uuid();
        LocalDate day = opened.plusDays(10L * position);
        String stage = way.get(position - 1);
        rows.into("stage_entry")
                .with("id", entry)
                .with("case_id", id)
                .with("participant_id", participant)
                .with("position", position)
                .with("stage", stage)
                .with("happened_earliest", day)
                .with("happened_latest", day)
                .with("happened_precision", "DAY")
                .with("happened_qualifier", "EXACT")
                .with("known_on", day.plusDays(1))
                .with("place_country", position == 1 ? "KP" : country)
                .with("certainty", random.nextInt(3) == 0 ? "CONFIRMED" : "PROBABLE")
                .with("departure", stage.equals("TRANSIT") ? "HAS_LEFT" : "NONE")
                .with("checklist_phones_left_home", "UNKNOWN")
                .with("checklist_broker_vetted", "UNKNOWN")
                .with("checklist_price_compared", "UNKNOWN")
                .with("checklist_check_in_plan", "UNKNOWN")
                .with("checklist_consent_given", "UNKNOWN")
                .with("acknowledged", "UNKNOWN")
                .with("goal_known", stage.equals("DETENTION") ? "NOT_KNOWN" : "UNKNOWN")
                .with("return_kind", stage.equals("REPATRIATION") ? "PRESUMED" : "NONE")
                .with("recorded_by", caseworker)
                .with("recorded_at", at(day.plusDays(1)))
                .with("confirmation", "NOT_NEEDED")
                .with(
                        "sealed",
                        sealed(
                                "stage_entry",
                                entry,
                                new FiveTexts("", one(PLACES), "친척을 통해 전해 들었고 다음 주에 다시 확인하기로 함", "", "")))
                .with("version", 0)
                .end();
        return entry;
    }

    private void name(UUID participant) {
        UUID name = uuid();
        rows.into("person_name")
                .with("id", name)
                .with("case_id", id)
                .with("participant_id", participant)
                .with("form", "HANGUL")
                .with("kind", "LEGAL")
                .with(
                        "sealed",
                        sealed(
                                "person_name",
                                name,
                                new Name(one(SURNAMES) + one(GIVEN) + one(GIVEN), Optional.of(1991))))
                .with("recorded_by", caseworker)
                .with("recorded_at", at(opened))
                .with("version", 0)
                .end();
        rows.into("person_index")
                .with("id", uuid())
                .with("case_id", id)
                .with("name_id", name)
                .with("tag", random.nextInt(1024))
                .end();
    }

    private void attempt(UUID participant, int number) {
        UUID attempt = uuid();
        LocalDate day = opened.minusDays(100L * number);
        rows.into("attempt")
                .with("id", attempt)
                .with("case_id", id)
                .with("participant_id", participant)
                .with("number", number)
                .with("happened_earliest", day)
                .with("happened_latest", day)
                .with("happened_precision", "DAY")
                .with("happened_qualifier", "EXACT")
                .with("outcome", "TURNED_BACK")
                .with("sealed", sealed("attempt", attempt, new TwoTexts("지난가을에", "강을 건너기 전에 되돌아왔다고 함")))
                .with("recorded_by", caseworker)
                .with("recorded_at", at(opened))
                .with("version", 0)
                .end();
    }

    private void device(UUID participant) {
        UUID device = uuid();
        LocalDate never = LocalDate.of(9999, 12, 31);
        rows.into("device")
                .with("id", device)
                .with("case_id", id)
                .with("participant_id", participant)
                .with("number_tag", random.nextInt(1024))
                .with("police_registered", "UNKNOWN")
                .with("carried", "YES")
                .with("left_behind", false)
                .with("advice_given", true)
                .with("taken_by_household", false)
                .with("taken_from_earliest", never)
                .with("taken_from_latest", never)
                .with("taken_from_precision", "UNKNOWN")
                .with("taken_from_qualifier", "EXACT")
                .with("taken_until_earliest", never)
                .with("taken_until_latest", never)
                .with("taken_until_precision", "UNKNOWN")
                .with("taken_until_qualifier", "EXACT")
                .with("sealed", sealed("device", device, new FourTexts("검은색 전화기", "123", "", "")))
                .with("recorded_by", caseworker)
                .with("recorded_at", at(opened))
                .with("version", 0)
                .end();
    }

    private void leg(List<UUID> travellers, int leg) {
        UUID row = uuid();
        LocalDate left = opened.plusDays(30L + 10 * leg);
        rows.into("leg")
                .with("id", row)
                .with("case_id", id)
                .with("travellers", travellers)
                .with("from_country", leg == 0 ? "KP" : "CN")
                .with("to_country", "CN")
                .with("means", leg == 0 ? "FOOT" : "BUS")
                .with("border", leg == 0 ? "RIVER" : "NONE")
                .with("left_earliest", left)
                .with("left_latest", left)
                .with("left_precision", "DAY")
                .with("left_qualifier", "EXACT")
                .with("arrived_earliest", left.plusDays(2))
                .with("arrived_latest", left.plusDays(2))
                .with("arrived_precision", "DAY")
                .with("arrived_qualifier", "EXACT")
                .with("days", 2)
                .with("id_checks", leg)
                .with("state", "DONE")
                .with("sealed", sealed("leg", row, new FiveTexts(one(PLACES), one(PLACES), "", "", "")))
                .with("recorded_by", caseworker)
                .with("recorded_at", at(left))
                .with("version", 0)
                .end();
    }

    private void quote(List<UUID> participants) {
        UUID quote = uuid();
        boolean open = random.nextInt(3) == 0;
        rows.into("quote")
                .with("id", quote)
                .with("case_id", id)
                .with(
                        "broker_id",
                        GeneratedStaff.broker(staff.teamOf(staff.caseworkerOf(nth)), random.nextInt(BROKERS_OF_A_TEAM)))
                .with("participants", participants)
                .with("basis", "PER_PERSON")
                .with("amount", 1500 + 100 * random.nextInt(20))
                .with("currency", "USD")
                .with("upfront_share", 30)
                .with("obtained_on", opened.plusDays(12))
                .with("obtained_how", "DIRECT")
                .with("state", open ? "OPEN" : "ACCEPTED")
                .with("sealed", sealed("quote", quote, new TwoTexts("약 200만 원", "길 안내, 숙소 이틀, 식사")))
                .with("recorded_by", caseworker)
                .with("recorded_at", at(opened.plusDays(12)))
                .with("decided_by", open ? null : caseworker)
                .with("decided_at", open ? null : at(opened.plusDays(15)))
                .with("version", open ? 0 : 1)
                .end();
    }

    /** What the rules thought before, and what they think now, with an alert if it is serious. */
    private void assessments(UUID participant, String level) {
        assessment(participant, "LOW", 10, at(opened.plusDays(20)));
        assessment(participant, level, 20 + 15 * LEVELS.indexOf(level), null);
        if (level.equals("CRITICAL") || level.equals("HIGH")) {
            Instant raised = at(opened.plusDays(20));
            rows.into("risk_alert")
                    .with("id", uuid())
                    .with("case_id", id)
                    .with("participant_id", participant)
                    .with("rule_group", "TOTAL")
                    .with("level", level)
                    .with("content", level)
                    .with("state", closed ? "RESOLVED" : "ACKNOWLEDGED")
                    .with("raised_at", raised)
                    .with("due_at", raised.plusSeconds(3600))
                    .with("fired_at", raised)
                    .with("acknowledged_by", caseworker)
                    .with("acknowledged_at", raised.plusSeconds(600))
                    .with("closed_by", closed ? caseworker : null)
                    .with("closed_at", closed ? at(opened.plusDays(90)) : null)
                    .with("version", 1)
                    .end();
        }
    }

    private void assessment(UUID participant, String level, int score, Instant superseded) {
        UUID assessment = uuid();
        rows.into("risk_assessment")
                .with("id", assessment)
                .with("case_id", id)
                .with("participant_id", participant)
                .with("score", score)
                .with("level", level)
                .with("unknowns", UNKNOWNS)
                .with("content", "generated")
                .with("rule_version", 1)
                .with("assessed_at", at(opened))
                .with("superseded_at", superseded)
                .with("version", superseded == null ? 0 : 1)
                .end();
        rows.into("risk_finding")
                .with("id", uuid())
                .with("case_id", id)
                .with("assessment_id", assessment)
                .with("position", 1)
                .with("rule", "R12")
                .with("variant", "LONG")
                .with("points", 10)
                .with("blocks", List.of())
                .with("sure", "PROBABLE")
                .with("inputs", List.of("number:3", "Means:BUS"))
                .with("about", List.of())
                .end();
    }

    private void log() {
        for (int entry = 0; entry < ENTRIES_OF_THE_LOG; entry++) {
            rows.into("access_entry")
                    .with("recorded_at", at(opened.plusDays(entry)))
                    .with("actor", caseworker)
                    .with("actor_role", "CASEWORKER")
                    .with("session_tag", "")
                    .with("action", entry == 0 ? "CREATE" : entry % 4 == 1 ? "CHANGE" : "OPEN")
                    .with("outcome", "DONE")
                    .with("case_refs", List.of(number(nth)))
                    .with("field_groups", List.of("CASE", "PARTICIPANT", "JOURNEY"))
                    .with("request_id", uuid())
                    .end();
        }
    }

    private record TwoTexts(String first, String second) {}

    private record FourTexts(String first, String second, String third, String fourth) {}

    private record FiveTexts(String first, String second, String third, String fourth, String fifth) {}

    private record Name(String text, Optional<Integer> birthYear) {}

    @SuppressWarnings("unchecked")
    private <R extends Record> byte[] sealed(String table, UUID row, R said) {
        return new SealedColumn<>(table, "sealed", (Class<R>) said.getClass())
                .seal(said, row, key)
                .bytes();
    }

    private byte[] label(String text) {
        return new SealedText("case_file", "sealed_label").seal(text, id, key).bytes();
    }

    private UUID uuid() {
        return new UUID(
                random.nextLong() & ~0xf000L | 0x4000L, random.nextLong() & 0x3fffffffffffffffL | 0x8000000000000000L);
    }

    private <T> T one(List<T> many) {
        return many.get(random.nextInt(many.size()));
    }

    private Instant at(LocalDate day) {
        return day.atStartOfDay().plusHours(9).toInstant(ZoneOffset.UTC);
    }
}
