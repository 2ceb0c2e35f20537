-- How near each participant was to being sent back, and why. Assessments are kept: a newer one only ends an older one.
create table risk_assessment (
    id             uuid        primary key,
    case_id        uuid        not null references case_file,
    participant_id uuid        not null references participant,
    score          integer     not null check (score between 0 and 100),
    level          level       not null,
    -- Rule and question of what must still be asked.
    unknowns       text[]      not null,
    -- What was found, in a stable form, to tell whether anything changed: codes, numbers, amounts, countries and identifiers.
    -- No text and no place comes into an assessment, so nothing of it is sealed.
    content        text        not null,
    -- What still counted from before: the difference, the rules from which it comes, and since when.
    carried_points integer     not null default 0 check (carried_points between 0 and 100),
    carried_rules  text[]      not null default array []::text[] check (carried_rules::rule_code[] is not null),
    carried_since  date,
    rule_version   integer     not null,
    assessed_at    timestamptz not null,
    superseded_at  timestamptz,
    version        integer     not null
);

create unique index risk_assessment_standing on risk_assessment (participant_id) where superseded_at is null;
create index risk_assessment_of_case on risk_assessment (case_id) where superseded_at is null;
create index risk_assessment_history on risk_assessment (participant_id, assessed_at desc);

create table risk_finding (
    id            uuid      primary key,
    case_id       uuid      not null references case_file,
    assessment_id uuid      not null references risk_assessment,
    position      integer   not null check (position >= 1),
    rule          rule_code not null,
    variant       variant   not null,
    points        integer   not null check (points between 1 and 100),
    blocks        text[]    not null check (blocks::block[] is not null),
    sure          certainty not null,
    -- Numbers, amounts, countries and constants of enums.
    inputs        text[]    not null,
    about         uuid[]    not null,
    unique (assessment_id, position)
);

create function risk_assessment_is_kept() returns trigger
    language plpgsql as
$$
begin
    if to_jsonb(new) - array ['superseded_at', 'version'] is distinct from to_jsonb(old) - array ['superseded_at', 'version'] then
        raise exception 'risk_assessment is superseded, never overwritten' using errcode = 'insufficient_privilege';
    end if;
    return new;
end
$$;

create trigger risk_assessment_kept
    before update on risk_assessment
    for each row execute function risk_assessment_is_kept();

-- A departure or an acceptance that was forbidden, from one moment until the facts changed.
create table risk_block (
    id           uuid        primary key,
    case_id      uuid        not null references case_file,
    block        block       not null,
    subject_id   uuid        not null,
    participants uuid[]      not null check (cardinality(participants) >= 1),
    content_hash sha256_hex  not null,
    rules        text[]      not null,
    since        timestamptz not null,
    lifted_at    timestamptz,
    version      integer     not null
);

create unique index risk_block_standing on risk_block (block, subject_id) where lifted_at is null;
create index risk_block_of_case on risk_block (case_id) where lifted_at is null;

create table risk_alert (
    id              uuid        primary key,
    case_id         uuid        not null references case_file,
    participant_id  uuid        not null references participant,
    rule_group      rule_group  not null,
    level           level       not null,
    -- To sort by, 0 is the most urgent.
    level_rank      smallint    not null generated always as (array_position(array ['CRITICAL', 'HIGH', 'NOT_ASSESSED', 'MEDIUM', 'LOW'], level::text) - 1) stored,
    -- What raised it, in the stable form of a finding, or the identifier of an entry.
    content         text        not null,
    state           alert_state not null,
    raised_at       timestamptz not null,
    due_at          timestamptz not null,
    fired_at        timestamptz not null,
    -- Who has seen it, while it still waits for a supervisor to acknowledge it.
    seen_by         text,
    seen_at         timestamptz,
    acknowledged_by text,
    acknowledged_at timestamptz,
    acted_by        text,
    acted_at        timestamptz,
    sealed_action   bytea,
    closed_by       text,
    closed_at       timestamptz,
    -- When its rule no longer fired, if nobody closed it.
    lapsed_at       timestamptz,
    sealed_close    bytea,
    version         integer     not null,
    check ((seen_by is null) = (seen_at is null)),
    check (state <> 'RAISED' or acknowledged_at is null),
    check ((acknowledged_by is null) = (acknowledged_at is null) and (acted_by is null) = (acted_at is null)),
    check ((closed_by is null) = (closed_at is null) and (closed_at is null or lapsed_at is null)),
    check ((closed_at is null and lapsed_at is null) = (state in ('RAISED', 'ACKNOWLEDGED', 'ACTED_ON'))),
    check (state <> 'DISMISSED' or closed_at is not null and sealed_close is not null)
);

create unique index risk_alert_one_open on risk_alert (participant_id, rule_group) where closed_at is null and lapsed_at is null;
create index risk_alert_of_case on risk_alert (case_id, raised_at desc);
create index risk_alert_by_urgency on risk_alert (level_rank, due_at) where closed_at is null and lapsed_at is null;

grant select, insert, update on risk_assessment, risk_block, risk_alert to durumi_app;
grant select, insert on risk_finding to durumi_app;
