-- The case file, its participants and their journeys, and who works on it.
create table case_file (
    id           uuid        primary key,
    number       text        not null unique check (number ~ '^C-[0-9]{4}-[0-9A-HJKMNP-TV-Z]{6}$'),
    kind         text        not null check (kind in ('INDIVIDUAL', 'PAIR', 'FAMILY', 'GROUP', 'REPORTED_ONLY')),
    route        text        not null check (route in ('LAND_VIA_CHINA', 'VIA_MONGOLIA', 'SEA_WEST', 'SEA_EAST', 'DMZ', 'MISSION', 'OVERSEAS_POSTING', 'OVERSEAS_WORKER', 'OTHER', 'UNKNOWN')),
    destination  text        not null check (destination ~ '^([A-Z]{2})?$'),
    priority     text        not null check (priority in ('NORMAL', 'URGENT')),
    team_id      uuid        not null references team,
    -- Shown in lists: the most urgent participant's stage and country, the highest level.
    stage        text        not null check (stage in ('REPORTED', 'CONTACT', 'BROKER', 'TRANSIT', 'MISSION', 'DETENTION', 'ARRIVAL', 'REPATRIATION', 'CONTACT_LOST', 'WITHDRAWN', 'DECEASED')),
    country      text        not null check (country ~ '^([A-Z]{2})?$'),
    level        text        not null check (level in ('LOW', 'MEDIUM', 'HIGH', 'CRITICAL')),
    -- The same two as numbers to sort by, 0 is the most urgent.
    stage_rank   smallint    not null generated always as (array_position(array ['DETENTION', 'CONTACT_LOST', 'TRANSIT', 'MISSION', 'BROKER', 'CONTACT', 'REPORTED', 'REPATRIATION', 'DECEASED', 'WITHDRAWN', 'ARRIVAL'], stage) - 1) stored,
    level_rank   smallint    not null generated always as (array_position(array ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW'], level) - 1) stored,
    opened_by    text        not null,
    opened_at    timestamptz not null,
    changed_at   timestamptz not null,
    closed_at    timestamptz,
    closed_by    text,
    close_reason text        not null check (close_reason in ('', 'ARRIVED', 'WITHDRAWN', 'DECEASED', 'REPATRIATED', 'NO_CONTACT', 'DUPLICATE', 'TRANSFERRED', 'OTHER')),
    version      integer     not null,
    check ((closed_by is null) = (closed_at is null) and (closed_at is null) = (close_reason = ''))
);

create index case_file_by_team on case_file (team_id, changed_at desc, number);
create index case_file_by_team_level on case_file (team_id, level_rank, changed_at desc, number);
create index case_file_by_team_stage on case_file (team_id, stage_rank, changed_at desc, number);

create table assignment (
    id          uuid        primary key,
    case_id     uuid        not null references case_file,
    user_id     text        not null,
    since       timestamptz not null,
    until       timestamptz,
    assigned_by text        not null,
    ended_by    text,
    version     integer     not null,
    check (until is null or until >= since)
);

create unique index assignment_once on assignment (case_id, user_id) where until is null;
create index assignment_of_user on assignment (user_id, case_id) where until is null;

create table participant (
    id               uuid    primary key,
    case_id          uuid    not null references case_file,
    label            text    not null check (label ~ '^[A-Z]{1,2}$'),
    role             text    not null check (role in ('PRINCIPAL', 'SPOUSE', 'CHILD', 'PARENT', 'SIBLING', 'COMPANION', 'ORGANISER')),
    age_band         text    not null check (age_band in ('AGE_0_11', 'AGE_12_17', 'AGE_18_19', 'AGE_20_29', 'AGE_30_39', 'AGE_40_49', 'AGE_50_59', 'AGE_60_UP', 'UNKNOWN')),
    sex              text    not null check (sex in ('FEMALE', 'MALE', 'OTHER', 'UNKNOWN')),
    elite            text    not null check (elite in ('YES', 'NO', 'UNKNOWN')),
    unaccompanied    text    not null check (unaccompanied in ('YES', 'NO', 'UNKNOWN')),
    stage            text    not null check (stage in ('REPORTED', 'CONTACT', 'BROKER', 'TRANSIT', 'MISSION', 'DETENTION', 'ARRIVAL', 'REPATRIATION', 'CONTACT_LOST', 'WITHDRAWN', 'DECEASED')),
    standing_entry   uuid    not null,
    -- The place of the standing entry in the journey, from 1.
    position         integer not null check (position >= 1),
    version          integer not null,
    unique (case_id, label)
);

create table stage_entry (
    id                         uuid        primary key,
    case_id                    uuid        not null references case_file,
    participant_id             uuid        not null references participant,
    -- The place in the journey, from 1. A correction stands in the place of the entry it replaces.
    position                   integer     not null check (position >= 1),
    stage                      text        not null check (stage in ('REPORTED', 'CONTACT', 'BROKER', 'TRANSIT', 'MISSION', 'DETENTION', 'ARRIVAL', 'REPATRIATION', 'CONTACT_LOST', 'WITHDRAWN', 'DECEASED')),
    happened_earliest          date        not null,
    happened_latest            date        not null,
    happened_precision         text        not null check (happened_precision in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN')),
    happened_qualifier         text        not null check (happened_qualifier in ('EXACT', 'ABOUT', 'BEFORE', 'AFTER', 'EARLY', 'LATE')),
    known_on                   date        not null,
    place_country              text        not null check (place_country ~ '^([A-Z]{2})?$'),
    certainty                  text        not null check (certainty in ('CONFIRMED', 'PROBABLE', 'POSSIBLE', 'CONTRADICTED', 'UNKNOWN')),
    broker_id                  uuid,
    leg_id                     uuid,
    departure                  text        not null check (departure in ('NONE', 'PLANNED', 'HAS_LEFT')),
    checklist_phones_left_home text        not null check (checklist_phones_left_home in ('YES', 'NO', 'UNKNOWN')),
    checklist_broker_vetted    text        not null check (checklist_broker_vetted in ('YES', 'NO', 'UNKNOWN')),
    checklist_price_compared   text        not null check (checklist_price_compared in ('YES', 'NO', 'UNKNOWN')),
    checklist_check_in_plan    text        not null check (checklist_check_in_plan in ('YES', 'NO', 'UNKNOWN')),
    checklist_consent_given    text        not null check (checklist_consent_given in ('YES', 'NO', 'UNKNOWN')),
    acknowledged               text        not null check (acknowledged in ('YES', 'NO', 'UNKNOWN')),
    goal_known                 text        not null check (goal_known in ('KNOWN', 'SUSPECTED', 'NOT_KNOWN', 'UNKNOWN')),
    return_kind                text        not null check (return_kind in ('NONE', 'CONFIRMED', 'PRESUMED')),
    attempt_outcome            text        check (attempt_outcome in ('CAUGHT_BY_HOUSEHOLD', 'CAUGHT_BY_NEIGHBOURS', 'ARRESTED', 'TURNED_BACK', 'CHEATED_BY_BROKER', 'SUCCESS')),
    recorded_by                text        not null,
    recorded_at                timestamptz not null,
    confirmation               text        not null check (confirmation in ('NOT_NEEDED', 'WAITING', 'CONFIRMED', 'SENT_BACK')),
    decided_by                 text,
    decided_at                 timestamptz,
    replaces                   uuid        references stage_entry,
    struck_by                  text,
    struck_at                  timestamptz,
    -- Sealed with the key of the case: the words of the date, the place below its country, reason, authority, facility.
    sealed                     bytea       not null,
    -- Why it was struck, sealed in the same way.
    sealed_strike              bytea       check ((sealed_strike is null) = (struck_at is null)),
    version                    integer     not null,
    check ((decided_by is null) = (decided_at is null) and (struck_by is null) = (struck_at is null)),
    check (decided_by is null or decided_by <> recorded_by)
);

create index stage_entry_of_case on stage_entry (case_id, participant_id, position, recorded_at);
create unique index stage_entry_standing on stage_entry (participant_id, position) where struck_at is null;
create index stage_entry_waiting on stage_entry (recorded_at) where confirmation = 'WAITING' and struck_at is null;

-- Nothing recorded is overwritten: an entry may only be decided or struck.
create function stage_entry_is_kept() returns trigger
    language plpgsql as
$$
begin
    if to_jsonb(new) - array ['confirmation', 'decided_by', 'decided_at', 'struck_by', 'struck_at', 'sealed_strike', 'version']
        is distinct from
       to_jsonb(old) - array ['confirmation', 'decided_by', 'decided_at', 'struck_by', 'struck_at', 'sealed_strike', 'version']
    then
        raise exception 'stage_entry is corrected by another entry, never overwritten' using errcode = 'insufficient_privilege';
    end if;
    return new;
end
$$;

create trigger stage_entry_kept
    before update on stage_entry
    for each row execute function stage_entry_is_kept();

grant select, insert on case_file to durumi_app;
-- A case stays under its number in the team that opened it.
grant update (kind, route, destination, priority, stage, country, level, changed_at, closed_at, closed_by, close_reason, version)
    on case_file to durumi_app;
grant select, insert, update on assignment, participant, stage_entry to durumi_app;
