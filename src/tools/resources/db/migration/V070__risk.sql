-- How near each participant was to being sent back, and why. Assessments are kept: a newer one only ends an older one. What was
-- found, and what it rests on, is sealed under the key of the case.

create table risk_assessment (
    id             uuid        primary key,
    case_id        uuid        not null references case_file,
    participant_id uuid        not null references participant,
    recorded_by    subject     not null,
    recorded_at    timestamptz not null,
    superseded_at  timestamptz,
    sealed         bytea       not null,
    sealed_state   bytea       not null,
    version        integer     not null
);

create unique index risk_assessment_standing on risk_assessment (participant_id) where superseded_at is null;
create index risk_assessment_of_case on risk_assessment (case_id) where superseded_at is null;
create index risk_assessment_history on risk_assessment (participant_id, recorded_at desc);

create function risk_assessment_is_kept() returns trigger
    language plpgsql as
$$
begin
    if to_jsonb(new) - array ['superseded_at', 'sealed_state', 'version'] is distinct from to_jsonb(old) - array ['superseded_at', 'sealed_state', 'version'] then
        raise exception 'risk_assessment is superseded, never overwritten' using errcode = 'insufficient_privilege';
    end if;
    return new;
end
$$;

create trigger risk_assessment_kept
    before update on risk_assessment
    for each row execute function risk_assessment_is_kept();

-- A departure or an acceptance that was forbidden, from one moment until the facts changed. The hash of what stands against it is
-- sealed: whoever knew it could try which facts give it.
create table risk_block (
    id           uuid        primary key,
    case_id      uuid        not null references case_file,
    block        block       not null,
    subject_id   uuid        not null,
    participants uuid[]      not null check (cardinality(participants) >= 1),
    rules        text[]      not null,
    recorded_by  subject     not null,
    recorded_at  timestamptz not null,
    lifted_at    timestamptz,
    sealed       bytea       not null,
    sealed_state bytea       not null,
    version      integer     not null
);

create unique index risk_block_standing on risk_block (block, subject_id) where lifted_at is null;
create index risk_block_of_case on risk_block (case_id);

-- What raised it is sealed, and so is what was said of it.
create table risk_alert (
    id              uuid        primary key,
    case_id         uuid        not null references case_file,
    participant_id  uuid        not null references participant,
    rule_group      rule_group  not null,
    level           level       not null,
    -- To sort by, 0 is the most urgent.
    level_rank      smallint    not null generated always as (array_position(array ['CRITICAL', 'HIGH', 'NOT_ASSESSED', 'MEDIUM', 'LOW'], level::text) - 1) stored,
    state           alert_state not null,
    raised_at       timestamptz not null,
    due_at          timestamptz not null,
    -- When what it is about changed last.
    recorded_by     subject     not null,
    recorded_at     timestamptz not null,
    -- Who has seen it, while it still waits for a supervisor to acknowledge it.
    seen_by         subject,
    seen_at         timestamptz,
    acknowledged_by subject,
    acknowledged_at timestamptz,
    acted_by        subject,
    acted_at        timestamptz,
    closed_by       subject,
    closed_at       timestamptz,
    -- When its rule no longer fired, if nobody closed it.
    lapsed_at       timestamptz,
    sealed          bytea       not null,
    sealed_state    bytea       not null,
    version         integer     not null,
    check ((seen_by is null) = (seen_at is null)),
    check (state <> 'RAISED' or acknowledged_at is null),
    check ((acknowledged_by is null) = (acknowledged_at is null) and (acted_by is null) = (acted_at is null)),
    check ((closed_by is null) = (closed_at is null) and (closed_at is null or lapsed_at is null)),
    check ((closed_at is null and lapsed_at is null) = (state in ('RAISED', 'ACKNOWLEDGED', 'ACTED_ON'))),
    check (state <> 'DISMISSED' or closed_at is not null)
);

create unique index risk_alert_one_open on risk_alert (participant_id, rule_group) where closed_at is null and lapsed_at is null;
create index risk_alert_of_case on risk_alert (case_id, raised_at desc);
create index risk_alert_by_urgency on risk_alert (level_rank, due_at) where closed_at is null and lapsed_at is null;

-- What is forbidden, to whom, and what an alert is about, stays: who could move it would hide it.
create function risk_block_is_kept() returns trigger
    language plpgsql as
$$
begin
    if to_jsonb(new) - array ['lifted_at', 'sealed_state', 'version'] is distinct from to_jsonb(old) - array ['lifted_at', 'sealed_state', 'version'] then
        raise exception 'risk_block is lifted, never overwritten' using errcode = 'insufficient_privilege';
    end if;
    return new;
end
$$;

create trigger risk_block_kept
    before update on risk_block
    for each row execute function risk_block_is_kept();

create function risk_alert_is_kept() returns trigger
    language plpgsql as
$$
begin
    if (new.id, new.case_id, new.participant_id, new.rule_group) is distinct from (old.id, old.case_id, old.participant_id, old.rule_group) then
        raise exception 'risk_alert stays about what it was raised for' using errcode = 'insufficient_privilege';
    end if;
    return new;
end
$$;

create trigger risk_alert_kept
    before update on risk_alert
    for each row execute function risk_alert_is_kept();

grant select, insert, update on risk_assessment, risk_block, risk_alert to durumi_app;
