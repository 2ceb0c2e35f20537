-- Somebody stands in for a caseworker of their team who is away, from a day to a day. Written once, with a MAC; its end is a row of its own.
-- It belongs to no case: it gives, while it stands, what the one who is away may in the cases of the team that are assigned to them.
create table deputyship (
    id        uuid        primary key,
    team_id   uuid        not null references team,
    -- Who is away, and who stands in.
    user_id   subject     not null,
    deputy    subject     not null,
    -- Days in the zone of the organisation, and the moments that they are there.
    first_day date        not null,
    last_day  date        not null,
    begins    timestamptz not null,
    due       timestamptz not null,
    named_by  subject     not null,
    named_at  timestamptz not null,
    mac       bytea       not null check (length(mac) = 32),
    -- The moment of its early end, once there is one.
    until     timestamptz,
    check (user_id <> deputy),
    check (last_day >= first_day and last_day - first_day < 60),
    check (begins < due and due <= begins + interval '61 days')
);

create index deputyship_of_deputy on deputyship (deputy, due) where until is null;
create index deputyship_of_absent on deputyship (user_id, due) where until is null;
create index deputyship_of_team on deputyship (team_id, due) where until is null;

create table deputyship_end (
    id       uuid        primary key references deputyship,
    ended_at timestamptz not null,
    ended_by subject     not null,
    mac      bytea       not null check (length(mac) = 32)
);

create trigger deputyship_ended
    before insert on deputyship_end
    for each row execute function note_end('deputyship');

grant select, insert (id, team_id, user_id, deputy, first_day, last_day, begins, due, named_by, named_at, mac) on deputyship to durumi_app;
grant select, insert on deputyship_end to durumi_app;

-- Those that give something at a moment: who has left the team, or may not come in, stands in for nobody. Without settings of its own, so that it is planned
-- as a part of what asks it.
create function standing_deputyships(moment timestamptz) returns setof deputyship
    language sql stable as
$$
select d.* from deputyship d
where d.until is null and d.begins <= moment and d.due > moment
    and exists (select from membership m where m.user_id = d.deputy and m.team_id = d.team_id and m.until is null)
    and may_come_in(d.deputy, 'CASEWORKER')
$$;

-- As whom the caseworker of this transaction works: as themselves, and as those for whom they stand in now. An array, so that an index on
-- people is asked for it; a deputy of a deputy is nobody's.
create function works_as() returns text[]
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as
$$
select array[nullif(current_setting('app.user', true), '')]
    || array(select user_id::text from standing_deputyships(now()) where deputy = nullif(current_setting('app.user', true), ''))
$$;

-- The cases in which the caseworker of this transaction stands in for somebody.
create function cases_as_deputy() returns uuid[]
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as
$$
select array(
    select a.case_id
    from standing_deputyships(now()) d join assignment a on a.user_id = d.user_id and a.until is null
        join case_file f on f.id = a.case_id and f.team_id = d.team_id
    where d.deputy = nullif(current_setting('app.user', true), ''))
$$;

-- Those who stand in, in a case, for somebody who works on it, and do not work on it themselves.
create function deputies_of(wanted uuid, moment timestamptz) returns setof subject
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as
$$
select d.deputy
from case_file f join assignment a on a.case_id = f.id and a.until is null
    join standing_deputyships(moment) d on d.user_id = a.user_id and d.team_id = f.team_id
where f.id = wanted
    and not exists (select from assignment w where w.case_id = f.id and w.user_id = d.deputy and w.until is null)
$$;

revoke execute on function standing_deputyships(timestamptz), works_as(), cases_as_deputy(), deputies_of(uuid, timestamptz) from public;
grant execute on function works_as(), cases_as_deputy() to durumi_app;

-- As in V195, and a deputy works on the case as the one who is away does.
create or replace function on_the_case(wanted uuid) returns boolean
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as
$$
select exists (select from assignment
               where case_id = wanted and user_id = current_setting('app.user', true) and until is null)
    or exists (select from job where case_id = wanted and taken_in = pg_current_xact_id_if_assigned())
    or exists (select from standing_deputyships(now()) d join assignment a on a.user_id = d.user_id and a.until is null
                   join case_file f on f.id = a.case_id and f.team_id = d.team_id
               where d.deputy = nullif(current_setting('app.user', true), '') and a.case_id = wanted)
$$;

-- As in V195, and those in which the reader stands in for somebody: looked for once in a statement.
create or replace function granted_cases() returns uuid[]
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as
$$
select array(select case_id from case_grant
             where user_id = nullif(current_setting('app.reader', true), '') and until is null and due > now())
    || array(select case_id from job where taken_in = pg_current_xact_id_if_assigned())
    || cases_as_deputy()
$$;

-- As in V097, of one's own cases and of those in which one stands in: whoever is away may have cases of another team, too.
create or replace function countries_in_use() returns setof text
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as
$$
with recursive of_the_team(country) as (
    (select country::text from case_file
     where team_id = nullif(current_setting('app.team', true), '')::uuid and closed_at is null and erased_at is null
     order by country limit 1)
    union all
    select (select f.country::text from case_file f
            where f.team_id = nullif(current_setting('app.team', true), '')::uuid and f.closed_at is null
                and f.erased_at is null and f.country > of_the_team.country
            order by f.country limit 1)
    from of_the_team where of_the_team.country is not null)
select country from of_the_team where country <> ''
union
select country from case_file join assignment on case_id = case_file.id
where user_id = nullif(current_setting('app.user', true), '') and until is null and closed_at is null and erased_at is null and country <> ''
union
select country from case_file
where id = any ((select cases_as_deputy())::uuid[]) and closed_at is null and erased_at is null and country <> ''
$$;

-- Between the caseworkers and the supervisors of a team comes who stands in for one of them.
alter domain check_in_level drop constraint check_in_level_check;
alter domain check_in_level add constraint check_in_level_check check (value in ('CASEWORKERS', 'DEPUTIES', 'SUPERVISORS', 'EVERY_SUPERVISOR'));

-- As in V180, of those who may come in: a case whose caseworkers may all not counts as one on which nobody works, and a team whose
-- supervisors may not as one without.
create function told_of_check_in(wanted uuid, step check_in_level, cause check_in_cause, moment timestamptz) returns setof subject
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as
$$
with workers as (
    select user_id from assignment where case_id = wanted and until is null and may_come_in(user_id, 'CASEWORKER')
), supervisors as (
    select s.user_id, coalesce(m.team_id = f.team_id, false) as own
    from case_file f, staff_member s left join membership m on m.user_id = s.user_id and m.until is null
    where f.id = wanted and may_come_in(s.user_id, 'SUPERVISOR')
)
select user_id from workers where cause = 'DURESS' or step = 'CASEWORKERS'
union
select deputy from deputies_of(wanted, moment) deputy where cause = 'DURESS' or step = 'DEPUTIES'
union
select user_id from supervisors
where own and (cause = 'DURESS' or step = 'SUPERVISORS' or step = 'CASEWORKERS' and not exists (select from workers))
union
select user_id from supervisors
where cause = 'DURESS' or step = 'EVERY_SUPERVISOR'
    or not exists (select from supervisors where own)
        and (step = 'SUPERVISORS' or step = 'CASEWORKERS' and not exists (select from workers))
$$;

revoke execute on function told_of_check_in(uuid, check_in_level, check_in_cause, timestamptz) from public;

create or replace function tell_of_check_in() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as
$$
begin
    insert into notice (id, step_id, user_id, case_id, participant_id, cause, at)
    select gen_random_uuid(), new.id, told, new.case_id, new.participant_id, new.cause, new.at
    from told_of_check_in(new.case_id, new.step, new.cause, new.at) told;
    return new;
end
$$;

drop function told_of_check_in(uuid, check_in_level, check_in_cause);

-- As in V195, with a step for deputies. The time that caseworkers have is then shared by both halves, so that nobody is told later because
-- somebody stands in. Whether a deputy stands is asked twice: when the caseworkers are told, for when the next step comes, and then, for who is told.
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
    ), deputed as materialized (
        select due.*, (due.step is null or due.step = 'CASEWORKERS') and exists (select from deputies_of(due.case_id, now)) as has_deputy
        from due
    ), reckoned as materialized (
        select deputed.*,
            case when deputed.step is null then 'CASEWORKERS'
                when deputed.step = 'CASEWORKERS' and has_deputy
                    and deputed.next_at < deputed.due_at + make_interval(mins => grace_minutes) + to_supervisors then 'DEPUTIES'
                when deputed.step in ('CASEWORKERS', 'DEPUTIES') then 'SUPERVISORS'
                else 'EVERY_SUPERVISOR' end as taken,
            after_quiet_hours(due_at + make_interval(hours => interval_hours), quiet_from, quiet_to, zone) as following
        from deputed
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
        reached = case when r.reached is null or taken = 'EVERY_SUPERVISOR'
                or taken = 'SUPERVISORS' and r.reached in ('CASEWORKERS', 'DEPUTIES')
                or taken = 'DEPUTIES' and r.reached = 'CASEWORKERS'
            then taken else r.reached end,
        misses = c.misses + case when taken = 'CASEWORKERS' then 1 else 0 end,
        missed_since = coalesce(c.missed_since, c.due_at),
        next_at = case taken
            when 'CASEWORKERS' then least(c.next_at + case when has_deputy then to_supervisors / 2 else to_supervisors end, following)
            when 'DEPUTIES' then least(c.next_at + to_supervisors / 2, following)
            when 'SUPERVISORS' then least(c.next_at + to_every_supervisor, following)
            else following + make_interval(mins => c.grace_minutes) end
    from reckoned r
    where c.plan_id = r.plan_id;
    get diagnostics climbed = row_count;
    return climbed;
end
$$;

-- As in V208, of those who may come in as what they are told for, and who stands in for somebody who works on the case.
create or replace function mail_alert() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as
$$
begin
    perform mail_to(told.user_id, new.case_id, 'ALERT', new.level, false, new.raised_at)
    from (select user_id from assignment where case_id = new.case_id and until is null and may_come_in(user_id, 'CASEWORKER')
          union
          select deputy from deputies_of(new.case_id, now()) deputy
          union
          select m.user_id
          from case_file f join membership m on m.team_id = f.team_id and m.until is null
          where f.id = new.case_id and may_come_in(m.user_id, 'SUPERVISOR')) told;
    return new;
end
$$;

-- Who leaves a team stands in there for nobody any more, and nobody for them. Here no row of an end is written: that of the membership says it.
create function end_deputyships() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as
$$
begin
    update deputyship d set until = new.ended_at
    from membership m
    where m.id = new.id and d.team_id = m.team_id and (d.user_id = m.user_id or d.deputy = m.user_id)
        and d.until is null and d.due > new.ended_at;
    return new;
end
$$;

revoke execute on function end_deputyships() from public;

create trigger membership_ends_deputyships
    after insert on membership_end
    for each row execute function end_deputyships();
