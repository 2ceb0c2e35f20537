-- Jobs: what must follow a change and is not done within it. A job is a row, written in the transaction of the change. Whoever does it takes
-- it, does it and ends it in one transaction of their own: what is cut off is done again from the start, and nothing is done twice.
create domain job_kind as text check (value in ('REASSESS'));

-- Identifiers and moments only. It refers to no row that somebody may have locked: who writes one waits for nobody.
create table job (
    id       uuid        primary key,
    kind     job_kind    not null,
    case_id  uuid        not null,
    asked_at timestamptz not null,
    -- From when on it is tried; later after each failure.
    due_at   timestamptz not null,
    failures integer     not null default 0 check (failures >= 0),
    -- The class of the last error, never what it says.
    failure  varchar(100),
    -- The transaction that does it now. Nobody else ever sees it: it ends with the job.
    taken_in xid8
);

create index job_due on job (due_at);
create index job_of_case on job (case_id);
create index job_taken on job (taken_in) where taken_in is not null;

grant select on job to durumi_app;
call guard_by_case('job');
create policy owner on job to durumi_owner using (true);

-- The clock is the database's, but where stories are told.
create function told_or_now(moment timestamptz) returns timestamptz
    language sql volatile security definer set search_path = pg_catalog, public, pg_temp as
$$
select case when exists (select from told_database) then moment else clock_timestamp() end
$$;

grant execute on function told_or_now(timestamptz) to durumi_job;

-- Takes all jobs of a kind that a case has now, as one, and says how many those are; none if somebody else does them. What is asked for
-- later is a row of its own, which nobody has taken: it is done once more, with what was changed meanwhile.
create function take_jobs(wanted text, concerned uuid, moment timestamptz) returns integer
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as
$$
declare
    taken integer;
begin
    if exists (select from job where taken_in = pg_current_xact_id_if_assigned()) then
        raise exception 'one case at a time' using errcode = 'insufficient_privilege';
    end if;
    with free as materialized (
        select id from job where kind = wanted and case_id = concerned and due_at <= told_or_now(moment)
        order by id for update skip locked
    )
    update job set taken_in = pg_current_xact_id() from free where job.id = free.id;
    get diagnostics taken = row_count;
    return taken;
end
$$;

-- What this transaction took is done: the last that it says.
create function end_jobs() returns bigint
    language sql volatile security definer set search_path = pg_catalog, public, pg_temp as
$$
with ended as (delete from job where taken_in = pg_current_xact_id_if_assigned() returning 1)
select count(*) from ended
$$;

grant execute on function take_jobs(text, uuid, timestamptz), end_jobs() to durumi_app;

-- What failed is tried again after a minute, two, four … at most an hour; it is never given up.
create function put_off_jobs(wanted text, concerned uuid, error text, moment timestamptz) returns bigint
    language sql volatile security definer set search_path = pg_catalog, public, pg_temp as
$$
with free as materialized (
    select id from job where kind = wanted and case_id = concerned and due_at <= told_or_now(moment) order by id for update skip locked
), put_off as (
    update job
    set failures = failures + 1, failure = left(error, 100),
        due_at = told_or_now(moment) + least(interval '1 minute' * 2 ^ least(failures, 10), interval '1 hour')
    from free where job.id = free.id
    returning 1)
select count(*) from put_off
$$;

grant execute on function put_off_jobs(text, uuid, text, timestamptz) to durumi_job;

-- Whether somebody works on the case: the person, or this transaction. Work without a person names nobody, and no setting lets it see
-- something: a case is there for the transaction that has taken a job of it, until it ends it.
create or replace function on_the_case(wanted uuid) returns boolean
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as
$$
select exists (select from assignment
               where case_id = wanted and user_id = current_setting('app.user', true) and until is null)
    or exists (select from job where case_id = wanted and taken_in = pg_current_xact_id_if_assigned())
$$;

-- What the policy of cases looks for once in a statement: those that the reader was given, and the one of this transaction.
create or replace function granted_cases() returns uuid[]
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as
$$
select array(select case_id from case_grant
             where user_id = nullif(current_setting('app.reader', true), '') and until is null and due > now())
    || array(select case_id from job where taken_in = pg_current_xact_id_if_assigned())
$$;

-- As in V180, and with the first step of a check-in, which says that it was missed, the case is to be assessed.
create or replace function climb_check_ins(moment timestamptz, zone text, to_supervisors interval, to_every_supervisor interval, most integer)
    returns integer
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as
$$
declare
    climbed integer;
    now constant timestamptz := told_or_now(moment);
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
    ), asked as (
        insert into job (id, kind, case_id, asked_at, due_at)
        select gen_random_uuid(), 'REASSESS', case_id, now, now
        from (select distinct case_id from reckoned where taken = 'CASEWORKERS') missed
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

-- Of an erased case nothing is to be done. Who does it just then waits for the case, and finds it erased.
create function forget_jobs() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as
$$
begin
    delete from job where id in (select id from job where case_id = new.id for update skip locked);
    return new;
end
$$;

create trigger erased_case_has_no_jobs
    after update of erased_at on case_file
    for each row when (old.erased_at is null and new.erased_at is not null)
    execute function forget_jobs();

-- Alerts about check-ins.
alter domain rule_group drop constraint rule_group_check;
alter domain rule_group add constraint rule_group_check check (value in (
    'HELD', 'GOAL', 'PHONE', 'ATTEMPTS', 'HOUSEHOLD', 'PRICE', 'UPFRONT', 'BROKER', 'ROUTE', 'CHECK_IN', 'HAS_LEFT',
    'CHANGED_OUTSIDE', 'TOTAL'));
