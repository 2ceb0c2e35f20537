-- Check-ins: when somebody is to be heard of, and who is told when they are not.
create domain check_in_state as text check (value in ('STANDS', 'PAUSED', 'HELD', 'ENDED'));
create domain check_in_cause as text check (value in ('MISSED', 'DURESS'));
create domain check_in_level as text check (value in ('CASEWORKERS', 'SUPERVISORS', 'EVERY_SUPERVISOR'));

create or replace function are_access_groups(words varchar[]) returns boolean
    language sql immutable as
$$
select is_plain_list(words) and words <@ array[
    'CASE', 'ASSIGNMENT', 'PARTICIPANT', 'NAME', 'JOURNEY', 'CONFIRMATION', 'ATTEMPT', 'LEG', 'DEVICE', 'VULNERABILITY', 'INCIDENT',
    'DETENTION', 'INTERVENTION', 'POSTING', 'BACKGROUND', 'NEED', 'RELATIONSHIP', 'RELATIVE', 'GROUP', 'SAFE_CONTACT', 'CONSENT', 'QUOTE',
    'BROKER', 'NORM_PRICE', 'CLAIM', 'SOURCE', 'RISK', 'RISK_FACTS', 'ALERT', 'WAIVER', 'LINK', 'CHECK_IN', 'CODE_WORD', 'SUMMARY',
    'LOG', 'SESSION', 'TEAM', 'KEY']::varchar[]
$$;

-- What was agreed with somebody. How often, how to reach them and since when is sealed; the words by which they are known, apart.
create table check_in_plan (
    id             uuid           primary key,
    case_id        uuid           not null references case_file,
    participant_id uuid           not null references participant,
    state          check_in_state not null,
    -- Who paused or ended it, and when.
    changed_by     subject,
    changed_at     timestamptz,
    recorded_by    subject        not null,
    recorded_at    timestamptz    not null,
    sealed         bytea          not null,
    sealed_words   bytea          not null,
    sealed_state   bytea          not null,
    version        integer        not null,
    check ((changed_by is null) = (changed_at is null))
);

create unique index check_in_plan_standing on check_in_plan (participant_id) where state <> 'ENDED';
create index check_in_plan_of_case on check_in_plan (case_id, recorded_at desc);

create function check_in_plan_is_kept() returns trigger
    language plpgsql as
$$
declare
    changing constant text[] := array ['state', 'changed_by', 'changed_at', 'sealed_state', 'version'];
begin
    if old.state = 'ENDED' or to_jsonb(new) - changing is distinct from to_jsonb(old) - changing then
        raise exception 'check_in_plan is ended, never overwritten' using errcode = 'insufficient_privilege';
    end if;
    return new;
end
$$;

create trigger check_in_plan_kept
    before update on check_in_plan
    for each row execute function check_in_plan_is_kept();

-- How far the climb of a plan has come. It goes on while the keys are locked, so everything that it needs stands in clear. Who opens the
-- case compares it with what is sealed.
create table check_in_climb (
    plan_id        uuid        primary key references check_in_plan,
    case_id        uuid        not null references case_file,
    participant_id uuid        not null references participant,
    interval_hours integer     not null check (interval_hours between 1 and 336),
    -- At most half of the interval, so that one check-in is missed before the next is due.
    grace_minutes  integer     not null check (grace_minutes between 5 and interval_hours * 30),
    -- Full hours in the zone of the organisation, from the first until before the second.
    quiet_from     integer     check (quiet_from between 0 and 23),
    quiet_to       integer     check (quiet_to between 0 and 23 and quiet_to <> quiet_from),
    -- The check-in that is awaited, or of which others are being told.
    due_at         timestamptz not null,
    -- Who was told last of this one, and of all since somebody was heard of.
    step           check_in_level,
    reached        check_in_level,
    misses         integer     not null check (misses >= 0),
    -- When the first of them was due.
    missed_since   timestamptz,
    -- When somebody said that they are under duress, until a supervisor has dealt with it.
    duress_at      timestamptz,
    -- When the next step is taken; none while the plan rests.
    next_at        timestamptz,
    check ((quiet_from is null) = (quiet_to is null)),
    check ((reached is null) = (missed_since is null) and (missed_since is null) = (misses = 0)),
    check (step is null or reached is not null)
);

create index check_in_climb_next on check_in_climb (next_at, plan_id) where next_at is not null;
create index check_in_climb_of_case on check_in_climb (case_id);
create index check_in_climb_open on check_in_climb (case_id) where reached is not null or duress_at is not null;

-- Somebody was heard of: how, and in which words, is sealed.
create table check_in (
    id             uuid        primary key,
    case_id        uuid        not null references case_file,
    plan_id        uuid        not null references check_in_plan,
    participant_id uuid        not null references participant,
    recorded_by    subject     not null,
    recorded_at    timestamptz not null,
    sealed         bytea       not null,
    version        integer     not null
);

create index check_in_of_case on check_in (case_id, recorded_at desc);

-- Who was told that somebody was not heard of, or is under duress: each step once. It refers to no row that somebody may have locked: the
-- climb waits for nobody.
create table check_in_step (
    id             uuid           primary key,
    case_id        uuid           not null,
    plan_id        uuid           not null,
    participant_id uuid           not null,
    cause          check_in_cause not null,
    due_at         timestamptz    not null,
    step           check_in_level not null,
    at             timestamptz    not null,
    unique (plan_id, cause, due_at, step)
);

create index check_in_step_of_case on check_in_step (case_id, at desc);

-- What one person is told: whose case, who, why, when, and when they saw it.
create table notice (
    id             uuid           primary key,
    step_id        uuid           not null references check_in_step,
    user_id        subject        not null,
    case_id        uuid           not null,
    participant_id uuid           not null,
    cause          check_in_cause not null,
    at             timestamptz    not null,
    seen_at        timestamptz,
    unique (step_id, user_id)
);

create index notice_of_case on notice (case_id, user_id, at);
create index notice_unseen on notice (user_id) where seen_at is null;

grant select, insert, update on check_in_plan, check_in_climb to durumi_app;
grant select, insert on check_in, check_in_step to durumi_app;
grant select on notice to durumi_app;
call guard_by_case('check_in_plan');
call guard_by_case('check_in_climb');
call guard_by_case('check_in');
call guard_by_case('check_in_step');
call guard_by_case('notice');
call may_be_resealed('check_in_plan');
call may_be_resealed('check_in');

-- The functions below act as the owner.
create policy owner on check_in_climb to durumi_owner using (true);
create policy owner on check_in_step to durumi_owner using (true);
create policy owner on notice to durumi_owner using (true);
create policy owner on participant for select to durumi_owner using (true);

-- The moment, or the end of the quiet hours if it lies within them.
create function after_quiet_hours(moment timestamptz, quiet_from integer, quiet_to integer, zone text) returns timestamptz
    language sql stable as
$$
select case
    when quiet_from is null
        or case when quiet_from < quiet_to
            then extract(hour from here.moment) not between quiet_from and quiet_to - 1
            else extract(hour from here.moment) between quiet_to and quiet_from - 1 end
    then after_quiet_hours.moment
    else (here.moment::date
        + case when quiet_from > quiet_to and extract(hour from here.moment) >= quiet_from then 1 else 0 end
        + make_interval(hours => quiet_to)) at time zone zone
end
from (select after_quiet_hours.moment at time zone zone as moment) here
$$;

grant execute on function after_quiet_hours(timestamptz, integer, integer, text) to durumi_app;

-- Who is told of a step. Of a case that nobody works on, or of a team without a supervisor, the next ones are told at once; of
-- duress everybody is.
create function told_of_check_in(wanted uuid, step check_in_level, cause check_in_cause) returns setof subject
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as
$$
with workers as (
    select user_id from assignment where case_id = wanted and until is null
), supervisors as (
    select s.user_id, coalesce(m.team_id = f.team_id, false) as own
    from case_file f, staff_member s left join membership m on m.user_id = s.user_id and m.until is null
    where f.id = wanted and 'SUPERVISOR' = any (string_to_array(s.roles, ','))
)
select user_id from workers where cause = 'DURESS' or step = 'CASEWORKERS'
union
select user_id from supervisors
where own and (cause = 'DURESS' or step = 'SUPERVISORS' or step = 'CASEWORKERS' and not exists (select from workers))
union
select user_id from supervisors
where cause = 'DURESS' or step = 'EVERY_SUPERVISOR'
    or not exists (select from supervisors where own) and (step = 'SUPERVISORS' or not exists (select from workers))
$$;

-- No step without those who are told of it.
create function tell_of_check_in() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as
$$
begin
    insert into notice (id, step_id, user_id, case_id, participant_id, cause, at)
    select gen_random_uuid(), new.id, told, new.case_id, new.participant_id, new.cause, new.at
    from told_of_check_in(new.case_id, new.step, new.cause) told;
    return new;
end
$$;

create trigger check_in_step_is_told
    after insert on check_in_step
    for each row execute function tell_of_check_in();

-- Takes the next step of so many plans whose time has come, and says of how many. It is done whole or not at all, it waits for nobody, and
-- several may do it at once. A step comes at its time after the one before it, or when the next check-in is due if that is earlier. The
-- clock is the database's, but where stories are told.
create function climb_check_ins(moment timestamptz, zone text, to_supervisors interval, to_every_supervisor interval, most integer)
    returns integer
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as
$$
declare
    climbed integer;
    now constant timestamptz := case when exists (select from told_database) then moment else clock_timestamp() end;
begin
    with due as materialized (
        select * from check_in_climb where next_at <= now order by next_at, plan_id limit most for update skip locked
    ), reckoned as materialized (
        select due.*,
            case when due.step is null then 'CASEWORKERS' when due.step = 'CASEWORKERS' then 'SUPERVISORS'
                else 'EVERY_SUPERVISOR' end as taken,
            after_quiet_hours(due_at + make_interval(hours => interval_hours), quiet_from, quiet_to, zone) as following
        from due
    ), told as (
        insert into check_in_step (id, case_id, plan_id, participant_id, cause, due_at, step, at)
        select gen_random_uuid(), case_id, plan_id, participant_id, 'MISSED', due_at, taken, now from reckoned
        on conflict (plan_id, cause, due_at, step) do nothing
    )
    update check_in_climb c
    set due_at = case when taken = 'EVERY_SUPERVISOR' then following else c.due_at end,
        step = case when taken = 'EVERY_SUPERVISOR' then null else taken end,
        reached = case when r.reached is null or taken = 'EVERY_SUPERVISOR' or taken = 'SUPERVISORS' and r.reached = 'CASEWORKERS'
            then taken else r.reached end,
        misses = c.misses + case when taken = 'CASEWORKERS' then 1 else 0 end,
        missed_since = coalesce(c.missed_since, c.due_at),
        next_at = case taken
            when 'CASEWORKERS' then least(c.next_at + to_supervisors, following)
            when 'SUPERVISORS' then least(c.next_at + to_every_supervisor, following)
            else following + make_interval(mins => c.grace_minutes) end
    from reckoned r
    where c.plan_id = r.plan_id;
    get diagnostics climbed = row_count;
    return climbed;
end
$$;

grant execute on function climb_check_ins(timestamptz, text, interval, interval, integer) to durumi_job;

-- Of a case of another team the reader, who was told of it, learns who is not heard of since when, and whom to ask; the longest first.
create function overdue_elsewhere(most integer)
    returns table (number text, label text, cause text, since timestamptz, misses integer, team text, ask text)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as
$$
select f.number, p.label, case when c.duress_at is null then 'MISSED' else 'DURESS' end, least(c.missed_since, c.duress_at),
    c.misses, t.name,
    (select string_agg(s.handle, ', ' order by s.handle) from membership m join staff_member s on s.user_id = m.user_id
     where m.team_id = f.team_id and m.until is null and 'SUPERVISOR' = any (string_to_array(s.roles, ',')))
from check_in_climb c join case_file f on f.id = c.case_id join participant p on p.id = c.participant_id
    join team t on t.id = f.team_id
where (c.reached is not null and f.closed_at is null or c.duress_at is not null) and f.erased_at is null
    and f.team_id is distinct from nullif(current_setting('app.team', true), '')::uuid
    and not on_the_case(c.case_id)
    and exists (select from notice n
                where n.case_id = c.case_id and n.participant_id = c.participant_id
                    and n.user_id = nullif(current_setting('app.reader', true), '') and n.at >= least(c.missed_since, c.duress_at))
order by 4, f.number, p.label
limit most
$$;

grant execute on function overdue_elsewhere(integer) to durumi_app;

-- What the reader was told, also of cases that are not theirs, they have seen.
create function notices_are_seen(moment timestamptz) returns bigint
    language sql security definer set search_path = pg_catalog, public, pg_temp as
$$
with seen as (
    update notice set seen_at = moment where user_id = nullif(current_setting('app.reader', true), '') and seen_at is null
    returning 1)
select count(*) from seen
$$;

grant execute on function notices_are_seen(timestamptz) to durumi_app;

-- Of an erased case nobody is awaited any more, and nobody is told.
create function forget_check_ins() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as
$$
begin
    delete from notice where case_id = new.id;
    delete from check_in_step where case_id = new.id;
    delete from check_in_climb where case_id = new.id;
    return new;
end
$$;

create trigger erased_case_awaits_nobody
    after update of erased_at on case_file
    for each row when (old.erased_at is null and new.erased_at is not null)
    execute function forget_check_ins();

-- Since when, or until when, the first of a case is to be heard of: to sort by.
alter table case_file add column next_contact timestamptz;
create index case_file_by_team_next_contact on case_file (team_id, next_contact, changed_at desc, number);
grant update (next_contact) on case_file to durumi_app;
