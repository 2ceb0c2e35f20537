-- The case file, its participants and their journeys, and who works on it.
create table case_file (
    id           uuid         primary key,
    number       text         not null unique check (number ~ '^C-[0-9]{4}-[0-9A-HJKMNP-TV-Z]{6}$'),
    kind         case_kind    not null,
    route        route_kind   not null,
    destination  country      not null,
    priority     priority     not null,
    team_id      uuid         not null references team,
    -- Shown in lists: the most urgent participant's stage and country, the highest level.
    stage        stage        not null,
    country      country      not null,
    level        level        not null,
    -- Of how many of its people nothing is known that a risk could be reckoned from.
    not_assessed integer      not null default 0 check (not_assessed >= 0),
    -- The same two as numbers to sort by, 0 is the most urgent.
    stage_rank   smallint     not null generated always as (array_position(array ['DETENTION', 'CONTACT_LOST', 'TRANSIT', 'MISSION', 'BROKER', 'CONTACT', 'REPORTED', 'REPATRIATION', 'DECEASED', 'WITHDRAWN', 'ARRIVAL'], stage::text) - 1) stored,
    level_rank   smallint     not null generated always as (array_position(array ['CRITICAL', 'HIGH', 'NOT_ASSESSED', 'MEDIUM', 'LOW'], level::text) - 1) stored,
    -- How many people are in it.
    people       integer      not null check (people >= 0),
    -- The number from its end, by which people look for it: they say its last letters.
    number_reversed text      collate "C" not null generated always as (reverse(number)) stored,
    -- What its caseworkers call it, sealed with the key of the case.
    sealed_label bytea,
    -- How often what was said at intake, or what it is called, was changed.
    described    integer      not null,
    opened_by    text         not null,
    opened_at    timestamptz  not null,
    changed_at   timestamptz  not null,
    closed_at    timestamptz,
    closed_by    text,
    close_reason close_reason,
    -- Of the application, over identifier, number and team: it tells a case that was opened from a row that was slipped in.
    mac          bytea        not null check (length(mac) = 32),
    -- The same over what lists show of it, made anew with each change.
    headline_mac bytea        not null check (length(headline_mac) = 32),
    version      integer      not null,
    check ((closed_by is null) = (closed_at is null) and (closed_at is null) = (close_reason is null))
);

create index case_file_by_team on case_file (team_id, changed_at desc, number);
create index case_file_by_team_level on case_file (team_id, level_rank, changed_at desc, number);
create index case_file_by_team_stage on case_file (team_id, stage_rank, changed_at desc, number);
create index case_file_by_team_country on case_file (team_id, country, changed_at desc, number);
create index case_file_by_team_people on case_file (team_id, people desc, changed_at desc, number);
create index case_file_by_team_number on case_file (team_id, number);
create index case_file_by_team_number_reversed on case_file (team_id, number_reversed);

-- Written once, with the MAC of the application: a row without the right one gives no right.
create table assignment (
    id          uuid        primary key,
    case_id     uuid        not null references case_file,
    user_id     subject     not null,
    since       timestamptz not null,
    assigned_by subject     not null,
    mac         bytea       not null check (length(mac) = 32),
    -- The moment of its end, once there is one: what queries, indexes and policies ask for.
    until       timestamptz
);

create unique index assignment_once on assignment (case_id, user_id) where until is null;
-- With «until», although it is always null there: else the database would look into the table for it.
create index assignment_of_user on assignment (user_id, case_id, until) where until is null;

create table assignment_end (
    id       uuid        primary key references assignment,
    case_id  uuid        not null references case_file,
    ended_at timestamptz not null,
    ended_by subject     not null,
    mac      bytea       not null check (length(mac) = 32)
);

create trigger assignment_ended
    before insert on assignment_end
    for each row execute function note_end('assignment');

-- What is known of a person is sealed with the key of the case, together with what stands in clear; so is where they stand. A
-- row of which somebody changes either past the application says so.
create table participant (
    id             uuid    primary key,
    case_id        uuid    not null references case_file,
    label          text    not null check (label ~ '^[A-Z]{1,2}$'),
    stage          stage   not null,
    standing_entry uuid    not null,
    -- The place of the standing entry in the journey, from 1.
    position       integer not null check (position >= 1),
    sealed         bytea   not null,
    sealed_state   bytea   not null,
    version        integer not null,
    unique (case_id, label)
);

create table stage_entry (
    id             uuid         primary key,
    case_id        uuid         not null references case_file,
    participant_id uuid         not null references participant,
    -- The place in the journey, from 1. A correction stands in the place of the entry it replaces.
    position       integer      not null check (position >= 1),
    stage          stage        not null,
    broker_id      uuid,
    leg_id         uuid,
    recorded_by    subject      not null,
    recorded_at    timestamptz  not null,
    confirmation   confirmation not null,
    decided_by     subject,
    decided_at     timestamptz,
    replaces       uuid         references stage_entry,
    struck_by      subject,
    struck_at      timestamptz,
    -- Sealed with the key of the case: what was reported, beside the columns that never change; and what became of it, with why
    -- it was struck.
    sealed         bytea        not null,
    sealed_state   bytea        not null,
    version        integer      not null,
    check ((decided_by is null) = (decided_at is null) and (struck_by is null) = (struck_at is null)),
    check (decided_by is null or decided_by <> recorded_by)
);

create index stage_entry_of_case on stage_entry (case_id, participant_id, position, recorded_at);
create unique index stage_entry_standing on stage_entry (participant_id, position) where struck_at is null;
create index stage_entry_waiting on stage_entry (recorded_at) where confirmation = 'WAITING' and struck_at is null;

-- Nothing recorded is overwritten: a row may only be decided or struck. Of an erased case no tag of a number tells any more
-- whether it was there.
create function is_corrected_by_another() returns trigger
    language plpgsql as
$$
declare
    changing text[] := array ['confirmation', 'decided_by', 'decided_at', 'struck_by', 'struck_at', 'sealed_state', 'version'];
begin
    if to_jsonb(new) ->> 'number_tag' is null then
        changing := array_append(changing, 'number_tag');
    end if;
    if to_jsonb(new) - changing is distinct from to_jsonb(old) - changing then
        raise exception '% is corrected by another row, never overwritten', tg_table_name using errcode = 'insufficient_privilege';
    end if;
    return new;
end
$$;

create trigger stage_entry_kept
    before update on stage_entry
    for each row execute function is_corrected_by_another();

grant select, insert on case_file to durumi_app;
-- A case stays under its number in the team that opened it.
grant update (kind, route, destination, priority, stage, country, level, not_assessed, people, sealed_label, described, changed_at, closed_at,
    closed_by, close_reason, headline_mac, version) on case_file to durumi_app;
grant select, insert (id, case_id, user_id, since, assigned_by, mac) on assignment to durumi_app;
grant select, insert on assignment_end to durumi_app;
grant select, insert, update on participant, stage_entry to durumi_app;
