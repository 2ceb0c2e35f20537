-- A day wakes a case: what is to begin or to end on a day of a case is looked at then, with its key. It says no more than the day by which a task is due.
-- What a day brings waits until what has happened is done: nobody who was not heard of waits behind the night.
alter table job add column by_day boolean not null default false;

-- Whoever sees the case asks for it, also who was only given to read it: from today (a little before, for a clock that is behind) until longer than any case is
-- kept, once for a day. Half a day on both sides is one day, in whichever zone it begins; what is being done now is over. What no day brings, but somebody found, waits
-- behind no day.
create function ask_reassessment(concerned uuid, moment timestamptz, of_a_day boolean) returns integer
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as
$$
declare
    asked integer;
begin
    insert into job (id, kind, case_id, asked_at, due_at, by_day)
    select gen_random_uuid(), 'REASSESS', concerned, clock_timestamp(), moment, of_a_day
    where (on_the_case(concerned) or of_the_team(concerned) or granted(concerned))
        and moment > told_or_now(moment) - interval '2 days' and moment < told_or_now(moment) + interval '11 years'
        and exists (select from case_file f where f.id = concerned and f.erased_at is null)
        and not exists (select from job j
                        where j.case_id = concerned and j.kind = 'REASSESS' and j.by_day = of_a_day and j.taken_in is null
                            and j.due_at > moment - interval '12 hours' and j.due_at < moment + interval '12 hours');
    get diagnostics asked = row_count;
    return asked;
end
$$;

revoke execute on function ask_reassessment(uuid, timestamptz, boolean) from public;
grant execute on function ask_reassessment(uuid, timestamptz, boolean) to durumi_app;

-- As in V250, and in closed cases what is asked of a supervisor on its day: whether the case is kept. What else rules ask for is late for who works on the case
-- alone: its alerts and its level tell the supervisor already, and questions that nobody can answer would ring for months.
create or replace function due_tasks(today date) returns setof task
    language sql stable as
$$
select t.*
from task t join case_file f on f.id = t.case_id
where t.case_id = any ((select cases_worked_on())::uuid[]) and f.closed_at is null and f.erased_at is null
    and t.state = 'OPEN' and t.due <= due_tasks.today
union all
select t.*
from case_file f join task t on t.case_id = f.id
where f.team_id = nullif(current_setting('app.team', true), '')::uuid and f.erased_at is null
    and t.state = 'OPEN' and (f.closed_at is not null and t.due <= due_tasks.today or t.recorded_by <> 'risk' and t.due < due_tasks.today)
$$;

-- As in V203, without what rules ask for.
create or replace function workload(untouched_since timestamptz, today date)
    returns table (caseworker subject, cases bigint, urgent bigint, untouched bigint, late bigint)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as
$$
select a.user_id, count(*), count(*) filter (where f.level in ('CRITICAL', 'HIGH')), count(*) filter (where f.changed_at < untouched_since),
    coalesce(sum(l.late), 0)::bigint
from case_file f
    left join assignment a on a.case_id = f.id and a.until is null
    left join lateral (select count(*) as late from task t
                       where t.case_id = f.id and t.state = 'OPEN' and t.due < today and t.recorded_by <> 'risk') l on true
where f.team_id = nullif(current_setting('app.team', true), '')::uuid and f.closed_at is null and f.erased_at is null
group by a.user_id
$$;

-- Every case that is there already is looked at once; a closed one asks then for the day on which it is asked about, in the organisation's zone.
insert into job (id, kind, case_id, asked_at, due_at, by_day)
select gen_random_uuid(), 'REASSESS', f.id, now(), now(), true
from case_file f
where f.erased_at is null;
