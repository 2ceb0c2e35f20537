package org.durumi.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.durumi.approval.WaiverSubject;
import org.durumi.cases.AgeBand;
import org.durumi.cases.ConsentForm;
import org.durumi.cases.ConsentPurpose;
import org.durumi.cases.Departure;
import org.durumi.cases.GoalKnown;
import org.durumi.cases.NewParticipant;
import org.durumi.cases.NewStage;
import org.durumi.cases.ParticipantRole;
import org.durumi.cases.ReturnKind;
import org.durumi.cases.Sex;
import org.durumi.cases.StageDetails;
import org.durumi.circumstances.GroupKind;
import org.durumi.circumstances.Language;
import org.durumi.circumstances.LegState;
import org.durumi.circumstances.LivingSituation;
import org.durumi.circumstances.NewAttempt;
import org.durumi.circumstances.NewBackground;
import org.durumi.circumstances.NewCircumstance;
import org.durumi.circumstances.NewDevice;
import org.durumi.circumstances.NewGroup;
import org.durumi.circumstances.NewLeg;
import org.durumi.circumstances.Occupation;
import org.durumi.costs.NewQuote;
import org.durumi.costs.Norm;
import org.durumi.costs.ObtainedHow;
import org.durumi.costs.PriceBasis;
import org.durumi.evidence.ClaimState;
import org.durumi.evidence.ClaimTopic;
import org.durumi.evidence.Credibility;
import org.durumi.evidence.Judgement;
import org.durumi.evidence.Modality;
import org.durumi.evidence.NewClaim;
import org.durumi.evidence.SourceId;
import org.durumi.files.AttachmentWords;
import org.durumi.files.FileKind;
import org.durumi.kernel.Answer;
import org.durumi.kernel.BrokerId;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.Level;
import org.durumi.kernel.Money;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.Signed;
import org.durumi.kernel.UserId;
import org.durumi.mac.MacUse;
import org.durumi.mac.Macs;
import org.durumi.people.NameForm;
import org.durumi.people.NameKind;
import org.durumi.requests.TypedForm;
import org.durumi.risk.Block;
import org.durumi.risk.Carried;
import org.durumi.risk.Question;
import org.durumi.risk.RuleCode;
import org.durumi.risk.Unknown;
import org.durumi.risk.Variant;
import org.durumi.route.AttemptOutcome;
import org.durumi.route.Border;
import org.durumi.route.Certainty;
import org.durumi.route.Means;
import org.durumi.route.Place;
import org.durumi.route.Stage;
import org.durumi.vault.CaseKey;
import org.durumi.vault.GeneratedKeys;
import org.durumi.vault.Nothing;
import org.durumi.vault.SealedColumn;
import org.durumi.vault.SealedText;
import org.durumi.work.CodeWords;
import org.durumi.work.ContactBy;
import org.durumi.work.ContactOutcome;
import org.durumi.work.NoteKind;
import org.durumi.work.NoteWords;
import org.durumi.work.PlanEnd;
import org.durumi.work.TaskEnd;
import org.durumi.work.TaskKind;
import org.durumi.work.TaskWords;

/** One plausible case with everything that belongs to it, drawn from its number: the same number gives the same case. */
final class GeneratedCase {
    static final int BROKERS_OF_A_TEAM = 5;
    static final LocalDate FIRST_DAY = LocalDate.of(2021, 11, 1);
    private static final int DAYS = 5 * 365;
    private static final int ENTRIES_OF_THE_LOG = 10;
    private static final int YEARS_AHEAD = 20 * 365;
    private static final Set<String> AWAITED = Set.of("CONTACT", "BROKER", "TRANSIT", "MISSION");
    private static final int OLD_ENOUGH_TO_BE_CLOSED = 300;

    private static final List<Unknown> UNKNOWNS = List.of(
            new Unknown(RuleCode.R05, Question.PHONE_REGISTERED),
            new Unknown(RuleCode.R09, Question.NORM_PRICE),
            new Unknown(RuleCode.R12, Question.LEG_DURATION));
    private static final UserId RISK = new UserId("risk");

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
        String kind = people == 1 ? "INDIVIDUAL" : people == 2 ? "PAIR" : "FAMILY";
        String priority = random.nextInt(10) == 0 ? "URGENT" : "NORMAL";
        String stage = way.get(way.size() - 1);
        Instant changed = at(opened.plusDays(10L * way.size()));
        Optional<Instant> end = closed ? Optional.of(at(opened.plusDays(200))) : Optional.empty();
        Optional<Instant> awaited = closed || !AWAITED.contains(stage)
                ? Optional.empty()
                : Optional.of(at(opened.plusDays(YEARS_AHEAD + random.nextInt(365))));
        Object[] shown = {
            id,
            kind,
            "LAND_VIA_CHINA",
            "KR",
            priority,
            stage,
            country,
            level,
            0,
            people,
            caseworker,
            at(opened),
            changed,
            end.map(each -> caseworker),
            end,
            end.map(each -> "OTHER"),
            Optional.empty(),
            Optional.empty()
        };
        byte[] headline = macs.of(
                MacUse.HEADLINE,
                Stream.concat(Stream.of(shown), awaited.stream()).toArray());
        rows.into("case_file")
                .with("id", id)
                .with("number", number(nth))
                .with("kind", kind)
                .with("route", "LAND_VIA_CHINA")
                .with("destination", "KR")
                .with("priority", priority)
                .with("team_id", team())
                .with("stage", stage)
                .with("country", country)
                .with("level", level)
                .with("people", people)
                .with("sealed_label", label("두 사람 " + nth))
                .with("described", 1)
                .with("opened_by", caseworker)
                .with("opened_at", at(opened))
                .with("changed_at", changed)
                .with("closed_at", end.orElse(null))
                .with("closed_by", end.map(each -> caseworker).orElse(null))
                .with("close_reason", end.map(each -> "OTHER").orElse(null))
                .with("mac", macs.of(MacUse.CASE, id, number(nth), team()))
                .with("headline_mac", headline)
                .with("next_contact", awaited.orElse(null))
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
        awaited.ifPresent(due -> checkIns(participants.getFirst(), due));
        known(participants);
        for (int leg = 0; leg < Math.min(2, way.size() - 1); leg++) {
            leg(participants, leg);
        }
        if (way.contains("BROKER")) {
            quote(participants);
        }
        if (!closed) {
            task(participants);
            request();
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
        String label = String.valueOf((char) ('A' + who));
        NewParticipant known = new NewParticipant(
                who == 0 ? ParticipantRole.PRINCIPAL : ParticipantRole.COMPANION,
                AgeBand.AGE_30_39,
                random.nextInt(3) == 0 ? Sex.MALE : Sex.FEMALE,
                Answer.NO,
                Answer.NO);
        rows.into("participant")
                .with("id", participant)
                .with("case_id", id)
                .with("label", label)
                .with("stage", way.get(way.size() - 1))
                .with("standing_entry", standing)
                .with("position", way.size())
                .with("sealed", sealed("participant", participant, known, label))
                .with(
                        "sealed_state",
                        state("participant", participant, new Nothing(), way.get(way.size() - 1), standing, way.size()))
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
        consent(participant);
        claim(participant, standing);
        contact(participant);
        file(participant);
        assessments(participant, level);
        return participant;
    }

    private UUID entry(UUID participant, int position, String country) {
        UUID entry = uuid();
        LocalDate day = opened.plusDays(10L * position);
        String stage = way.get(position - 1);
        Instant recorded = at(day.plusDays(1));
        StageDetails none = StageDetails.none();
        NewStage said = new NewStage(
                Stage.valueOf(stage),
                PartialDate.on(day),
                day.plusDays(1),
                new Place(one(PLACES), position == 1 ? "KP" : country),
                random.nextInt(3) == 0 ? Certainty.CONFIRMED : Certainty.PROBABLE,
                "친척을 통해 전해 들었고 다음 주에 다시 확인하기로 함",
                new StageDetails(
                        Optional.empty(),
                        Optional.empty(),
                        stage.equals("TRANSIT") ? Departure.HAS_LEFT : Departure.NONE,
                        none.checklist(),
                        "",
                        "",
                        Answer.UNKNOWN,
                        stage.equals("DETENTION") ? GoalKnown.NOT_KNOWN : GoalKnown.UNKNOWN,
                        stage.equals("REPATRIATION") ? ReturnKind.PRESUMED : ReturnKind.NONE,
                        Optional.empty()));
        Optional<?> no = Optional.empty();
        rows.into("stage_entry")
                .with("id", entry)
                .with("case_id", id)
                .with("participant_id", participant)
                .with("position", position)
                .with("stage", stage)
                .with("recorded_by", caseworker)
                .with("recorded_at", recorded)
                .with("confirmation", "NOT_NEEDED")
                .with(
                        "sealed",
                        sealed(
                                "stage_entry",
                                entry,
                                said,
                                caseworker,
                                recorded,
                                participant,
                                position,
                                stage,
                                no,
                                no,
                                no))
                .with("sealed_state", state("stage_entry", entry, new Became(""), "NOT_NEEDED", no, no, no, no))
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
                .with(
                        "sealed",
                        sealed(
                                "person_name",
                                name,
                                new Name(
                                        one(SURNAMES) + one(GIVEN) + one(GIVEN),
                                        Optional.of(1991),
                                        NameForm.HANGUL,
                                        NameKind.LEGAL,
                                        ""),
                                caseworker,
                                at(opened),
                                participant))
                .with("sealed_state", state("person_name", name, new Nothing(), Optional.empty(), Optional.empty()))
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

    private void consent(UUID participant) {
        UUID consent = uuid();
        Consented said = new Consented(
                ConsentPurpose.CASE_WORK, ConsentForm.SPOKEN, PartialDate.on(opened), Optional.empty(), "", "");
        rows.into("consent")
                .with("id", consent)
                .with("case_id", id)
                .with("participant_id", participant)
                .with("sealed", sealed("consent", consent, said, caseworker, at(opened), participant))
                .with(
                        "sealed_state",
                        state(
                                "consent",
                                consent,
                                new Withdrawn(Optional.empty(), "", ""),
                                Optional.empty(),
                                Optional.empty()))
                .with("recorded_by", caseworker)
                .with("recorded_at", at(opened))
                .with("version", 0)
                .end();
    }

    /** Somebody is awaited, in a time that no bench reaches. */
    private void checkIns(UUID participant, Instant due) {
        UUID plan = uuid();
        Rhythm said = new Rhythm(24, 60, Optional.of(22), Optional.of(7), "평일 낮에 가게로");
        rows.into("check_in_plan")
                .with("id", plan)
                .with("case_id", id)
                .with("participant_id", participant)
                .with("state", "STANDS")
                .with("recorded_by", caseworker)
                .with("recorded_at", at(opened))
                .with("sealed", sealed("check_in_plan", plan, said, caseworker, at(opened), participant))
                .with(
                        "sealed_words",
                        sealed("check_in_plan", "sealed_words", plan, new CodeWords("봄", "국"), participant))
                .with(
                        "sealed_state",
                        state(
                                "check_in_plan",
                                plan,
                                new Awaited(due, Optional.empty(), ""),
                                "STANDS",
                                Optional.empty(),
                                Optional.empty()))
                .with("version", 0)
                .end();
        rows.into("check_in_climb")
                .with("plan_id", plan)
                .with("case_id", id)
                .with("participant_id", participant)
                .with("interval_hours", 24)
                .with("grace_minutes", 60)
                .with("quiet_from", 22)
                .with("quiet_to", 7)
                .with("due_at", due)
                .with("misses", 0)
                .with("next_at", due.plus(Duration.ofMinutes(60)))
                .end();
    }

    /** What a relative says of where somebody stands. */
    private void claim(UUID participant, UUID entry) {
        UUID claim = uuid();
        UUID source = GeneratedStaff.source(staff.teamOf(staff.caseworkerOf(nth)));
        NewClaim said = new NewClaim(
                people(List.of(participant)),
                ClaimTopic.ROUTE,
                Optional.of(new EntryId(entry)),
                "강을 건넜다고 친척이 전함",
                PartialDate.unknown(),
                PartialDate.on(opened),
                new SourceId(source),
                Credibility.PROBABLY_TRUE,
                Modality.ASSERTED,
                "",
                Optional.empty());
        rows.into("claim")
                .with("id", claim)
                .with("case_id", id)
                .with("source_id", source)
                .with("original", claim)
                .with("sealed", sealed("claim", claim, said, caseworker, at(opened), claim, source, Optional.empty()))
                .with("sealed_state", standing("claim", claim, new Judged(ClaimState.OPEN, Optional.empty(), "")))
                .with("recorded_by", caseworker)
                .with("recorded_at", at(opened))
                .with("confirmation", "NOT_NEEDED")
                .with("version", 0)
                .end();
    }

    /** Something is to be done about a year after the case was opened. */
    private void task(List<UUID> participants) {
        UUID task = uuid();
        LocalDate due = opened.plusDays(360);
        Optional<?> no = Optional.empty();
        TaskWords said =
                new TaskWords(TaskKind.OWN, "다시 통화하기로 한 날", people(participants), Optional.empty(), Optional.empty());
        rows.into("task")
                .with("id", task)
                .with("case_id", id)
                .with("due", due)
                .with("state", "OPEN")
                .with("sealed", sealed("task", task, said, caseworker, at(opened), due, no))
                .with("sealed_state", state("task", task, new Settled("", Optional.empty()), "OPEN", no, no))
                .with("recorded_by", caseworker)
                .with("recorded_at", at(opened))
                .with("version", 0)
                .end();
    }

    /** A decision was asked for, and it was not needed any more. */
    private void request() {
        UUID request = uuid();
        Instant due = at(opened).plus(Duration.ofDays(7));
        Wanted said = new Wanted("다음 연락을 누가 맡을지 정해 주시기 바람", List.of(), Optional.empty(), Optional.empty());
        rows.into("request")
                .with("id", request)
                .with("case_id", id)
                .with("kind", "OTHER")
                .with("due", due)
                .with("state", "WITHDRAWN")
                .with("settled_by", caseworker)
                .with("settled_at", at(opened.plusDays(1)))
                .with("sealed", sealed("request", request, said, caseworker, at(opened), "OTHER", due))
                .with(
                        "sealed_state",
                        state(
                                "request",
                                request,
                                new Answered(""),
                                "WITHDRAWN",
                                Optional.of(caseworker),
                                Optional.of(at(opened.plusDays(1)))))
                .with("recorded_by", caseworker)
                .with("recorded_at", at(opened))
                .with("version", 1)
                .end();
    }

    /** Somebody was called. */
    private void contact(UUID participant) {
        UUID contact = uuid();
        NoteWords said = new NoteWords(
                NoteKind.CALL,
                Set.of(),
                "잘 지낸다고 함. 다음 주에 다시 통화하기로 함",
                PartialDate.on(opened.plusDays(5)),
                people(List.of(participant)),
                "",
                Optional.of(ContactBy.PHONE),
                Optional.of(ContactOutcome.REACHED));
        rows.into("note")
                .with("id", contact)
                .with("case_id", id)
                .with("original", contact)
                .with(
                        "sealed",
                        sealed(
                                "note",
                                contact,
                                said,
                                caseworker,
                                at(opened.plusDays(5)),
                                contact,
                                Optional.empty(),
                                Optional.empty()))
                .with("sealed_state", standing("note", contact, new Became("")))
                .with("recorded_by", caseworker)
                .with("recorded_at", at(opened.plusDays(5)))
                .with("confirmation", "NOT_NEEDED")
                .with("version", 0)
                .end();
    }

    /** A photo that shows somebody; what is in it is never opened here. */
    private void file(UUID participant) {
        UUID file = uuid();
        AttachmentWords said = new AttachmentWords(
                "집 앞에서 찍은 사진",
                PartialDate.unknown(),
                people(List.of(participant)),
                FileKind.JPEG,
                4000,
                3000,
                List.of(2_000_000, 200_000));
        long stored = 2_203_648;
        rows.into("attachment")
                .with("id", file)
                .with("case_id", id)
                .with("stored", stored)
                .with(
                        "sealed",
                        sealed("attachment", file, said, caseworker, at(opened.plusDays(5)), stored, Optional.empty()))
                .with("sealed_state", standing("attachment", file, new Became("")))
                .with("recorded_by", caseworker)
                .with("recorded_at", at(opened.plusDays(5)))
                .with("confirmation", "NOT_NEEDED")
                .with("version", 0)
                .end();
    }

    private void attempt(UUID participant, int number) {
        UUID attempt = uuid();
        LocalDate day = opened.minusDays(100L * number);
        NewAttempt said = new NewAttempt(
                PartialDate.on(day).inTheWords("지난가을에"), AttemptOutcome.TURNED_BACK, "강을 건너기 전에 되돌아왔다고 함");
        rows.into("attempt")
                .with("id", attempt)
                .with("case_id", id)
                .with("participant_id", participant)
                .with("number", number)
                .with("original", attempt)
                .with(
                        "sealed",
                        sealed(
                                "attempt",
                                attempt,
                                said,
                                caseworker,
                                at(opened),
                                attempt,
                                participant,
                                number,
                                Optional.empty()))
                .with("sealed_state", standing("attempt", attempt, new Became("")))
                .with("recorded_by", caseworker)
                .with("recorded_at", at(opened))
                .with("confirmation", "NOT_NEEDED")
                .with("version", 0)
                .end();
    }

    private void device(UUID participant) {
        UUID device = uuid();
        int tag = random.nextInt(1024);
        Phone said = new Phone(
                new NewDevice(
                        "검은색 전화기",
                        "",
                        Answer.UNKNOWN,
                        Answer.YES,
                        false,
                        true,
                        false,
                        PartialDate.unknown(),
                        PartialDate.unknown()),
                "",
                "123");
        rows.into("device")
                .with("id", device)
                .with("case_id", id)
                .with("participant_id", participant)
                .with("number_tag", tag)
                .with("original", device)
                .with(
                        "sealed",
                        sealed(
                                "device",
                                device,
                                said,
                                caseworker,
                                at(opened),
                                device,
                                participant,
                                tag,
                                Optional.empty()))
                .with("sealed_state", standing("device", device, new Became("")))
                .with("recorded_by", caseworker)
                .with("recorded_at", at(opened))
                .with("confirmation", "NOT_NEEDED")
                .with("version", 0)
                .end();
    }

    private void leg(List<UUID> travellers, int leg) {
        UUID row = uuid();
        LocalDate left = opened.plusDays(30L + 10 * leg);
        NewLeg said = new NewLeg(
                people(travellers),
                new Place(one(PLACES), leg == 0 ? "KP" : "CN"),
                new Place(one(PLACES), "CN"),
                leg == 0 ? Means.FOOT : Means.BUS,
                "",
                leg == 0 ? Border.RIVER : Border.NONE,
                PartialDate.on(left),
                PartialDate.on(left.plusDays(2)),
                Optional.of(2),
                Optional.of(leg),
                LegState.DONE);
        rows.into("leg")
                .with("id", row)
                .with("case_id", id)
                .with("original", row)
                .with("sealed", sealed("leg", row, said, caseworker, at(left), row, Optional.empty()))
                .with("sealed_state", standing("leg", row, new Travelled(LegState.DONE, "")))
                .with("recorded_by", caseworker)
                .with("recorded_at", at(left))
                .with("confirmation", "NOT_NEEDED")
                .with("version", 0)
                .end();
    }

    /** Where each comes from, and that they are a family if they are several. */
    private void known(List<UUID> participants) {
        for (UUID each : participants) {
            circumstance(new NewBackground(
                    people(List.of(each)),
                    Occupation.FARMER,
                    LivingSituation.IN_HIDING,
                    new Place(one(PLACES), "CN"),
                    PartialDate.on(opened.minusYears(2)),
                    Set.of(Language.KOREAN),
                    "농촌에 살았음"));
        }
        if (participants.size() > 1) {
            circumstance(new NewGroup(
                    people(participants),
                    GroupKind.EXTENDED_FAMILY,
                    Optional.of(participants.size() + 2),
                    PartialDate.unknown(),
                    PartialDate.unknown(),
                    ""));
        }
    }

    private <N extends Record & NewCircumstance> void circumstance(N said) {
        UUID row = uuid();
        rows.into("circumstance")
                .with("id", row)
                .with("case_id", id)
                .with("kind", said.circumstance().name())
                .with("original", row)
                .with(
                        "sealed",
                        sealed(
                                "circumstance",
                                row,
                                said,
                                caseworker,
                                at(opened),
                                row,
                                said.circumstance(),
                                Optional.empty()))
                .with("sealed_state", standing("circumstance", row, new Agreed("", Optional.empty())))
                .with("recorded_by", caseworker)
                .with("recorded_at", at(opened))
                .with("confirmation", "NOT_NEEDED")
                .with("version", 0)
                .end();
    }

    private static Set<ParticipantId> people(List<UUID> some) {
        return some.stream().map(ParticipantId::new).collect(Collectors.toSet());
    }

    private void quote(List<UUID> participants) {
        UUID quote = uuid();
        boolean open = random.nextInt(3) == 0;
        UUID broker = GeneratedStaff.broker(staff.teamOf(staff.caseworkerOf(nth)), random.nextInt(BROKERS_OF_A_TEAM));
        Instant recorded = at(opened.plusDays(12));
        Optional<Instant> decided = open ? Optional.empty() : Optional.of(at(opened.plusDays(15)));
        Asked said = new Asked(
                new NewQuote(
                        new BrokerId(broker),
                        people(participants),
                        PriceBasis.PER_PERSON,
                        Money.of(Integer.toString(1500 + 100 * random.nextInt(20)), "USD"),
                        "약 200만 원",
                        Optional.of(30),
                        "길 안내, 숙소 이틀, 식사",
                        opened.plusDays(12),
                        Optional.empty(),
                        ObtainedHow.DIRECT),
                Optional.empty(),
                Optional.empty());
        String state = open ? "OPEN" : "ACCEPTED";
        rows.into("quote")
                .with("id", quote)
                .with("case_id", id)
                .with("broker_id", broker)
                .with("state", state)
                .with("sealed", sealed("quote", quote, said, caseworker, recorded, broker))
                .with(
                        "sealed_state",
                        state("quote", quote, new Nothing(), state, decided.map(day -> caseworker), decided))
                .with("recorded_by", caseworker)
                .with("recorded_at", recorded)
                .with("decided_by", decided.map(day -> caseworker).orElse(null))
                .with("decided_at", decided.orElse(null))
                .with("version", open ? 0 : 1)
                .end();
    }

    /** What the rules thought before, and what they think now, with an alert if it is serious. */
    private void assessments(UUID participant, String level) {
        assessment(participant, "LOW", 10, at(opened.plusDays(20)));
        assessment(participant, level, 20 + 15 * LEVELS.indexOf(level), null);
        if (level.equals("CRITICAL") || level.equals("HIGH")) {
            Instant raised = at(opened.plusDays(20));
            String state = closed ? "RESOLVED" : "ACKNOWLEDGED";
            Instant due = raised.plusSeconds(3600);
            Instant acknowledged = raised.plusSeconds(600);
            Optional<Instant> end = closed ? Optional.of(at(opened.plusDays(90))) : Optional.empty();
            Optional<?> no = Optional.empty();
            UUID alert = uuid();
            rows.into("risk_alert")
                    .with("id", alert)
                    .with("case_id", id)
                    .with("participant_id", participant)
                    .with("rule_group", "TOTAL")
                    .with("level", level)
                    .with("state", state)
                    .with("raised_at", raised)
                    .with("due_at", due)
                    .with("recorded_by", RISK)
                    .with("recorded_at", raised)
                    .with("acknowledged_by", caseworker)
                    .with("acknowledged_at", acknowledged)
                    .with("closed_by", end.map(day -> caseworker).orElse(null))
                    .with("closed_at", end.orElse(null))
                    .with("sealed", sealed("risk_alert", alert, new Fact(level), RISK, raised, participant, "TOTAL"))
                    .with(
                            "sealed_state",
                            state(
                                    "risk_alert",
                                    alert,
                                    new Told("", ""),
                                    level,
                                    state,
                                    raised,
                                    due,
                                    no,
                                    no,
                                    no,
                                    caseworker,
                                    acknowledged,
                                    no,
                                    no,
                                    end.map(day -> caseworker),
                                    end))
                    .with("version", 1)
                    .end();
        }
    }

    private void assessment(UUID participant, String level, int score, Instant superseded) {
        UUID assessment = uuid();
        Found found = new Found(
                score,
                Level.valueOf(level),
                List.of(new Finding(
                        RuleCode.R12,
                        Variant.LONG,
                        10,
                        Set.of(),
                        Certainty.PROBABLE,
                        List.of("number:3", "Means:BUS"),
                        Set.of())),
                UNKNOWNS,
                Optional.empty(),
                1);
        rows.into("risk_assessment")
                .with("id", assessment)
                .with("case_id", id)
                .with("participant_id", participant)
                .with("recorded_by", RISK)
                .with("recorded_at", at(opened))
                .with("superseded_at", superseded)
                .with("sealed", sealed("risk_assessment", assessment, found, RISK, at(opened), participant))
                .with(
                        "sealed_state",
                        state("risk_assessment", assessment, new Nothing(), Optional.ofNullable(superseded)))
                .with("version", superseded == null ? 0 : 1)
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

    private record Rhythm(
            int intervalHours,
            int graceMinutes,
            Optional<Integer> quietFrom,
            Optional<Integer> quietTo,
            String reach) {}

    private record Awaited(Instant due, Optional<PlanEnd> ended, String why) {}

    private record Became(String strikeReason) {}

    private record Settled(String word, Optional<TaskEnd> end) {}

    private record Stopped(WaiverSubject subject, UUID subjectId, String contentHash) {}

    private record Wanted(String reason, List<Stopped> stopped, Optional<UserId> to, Optional<TypedForm> typed) {}

    private record Answered(String word) {}

    private record Name(String text, Optional<Integer> birthYear, NameForm form, NameKind kind, String told) {}

    private record Phone(NewDevice known, String numberHash, String lastDigits) {}

    private record Consented(
            ConsentPurpose purpose,
            ConsentForm form,
            PartialDate given,
            Optional<LocalDate> validUntil,
            String withhold,
            String legalBasis) {}

    private record Withdrawn(Optional<LocalDate> on, String why, String strikeReason) {}

    private record Judged(ClaimState state, Optional<Judgement> judgement, String strikeReason) {}

    private record Agreed(String strikeReason, Optional<Signed> first) {}

    private record Travelled(LegState state, String strikeReason) {}

    private record Asked(NewQuote known, Optional<Norm> norm, Optional<EntryId> normId) {}

    private record Fact(String content) {}

    private record Told(String action, String closeReason) {}

    private record Finding(
            RuleCode rule,
            Variant variant,
            int points,
            Set<Block> blocks,
            Certainty sure,
            List<String> inputs,
            Set<EntryId> about) {}

    private record Found(
            int score,
            Level level,
            List<Finding> findings,
            List<Unknown> unknowns,
            Optional<Carried> carried,
            int ruleVersion) {}

    private byte[] sealed(String table, UUID row, Record said, Object... clear) {
        return sealed(table, "sealed", row, said, clear);
    }

    /** Of a row that nobody decided about or struck. */
    private byte[] standing(String table, UUID row, Record said) {
        Optional<Object> no = Optional.empty();
        return state(table, row, said, "NOT_NEEDED", no, no, no, no);
    }

    private byte[] state(String table, UUID row, Record said, Object... clear) {
        return sealed(table, "sealed_state", row, said, clear);
    }

    @SuppressWarnings("unchecked")
    private <R extends Record> byte[] sealed(String table, String column, UUID row, R said, Object... clear) {
        return new SealedColumn<>(table, column, (Class<R>) said.getClass())
                .seal(said, row, key, clear)
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
