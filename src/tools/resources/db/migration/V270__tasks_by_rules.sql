-- A day wakes a case: what is to begin or to end on a day of a case is looked at then, with its key. Whoever sees the case asks for it, for a moment; asked
-- twice, it is there once. It says no more than the day by which a task is due.
create function ask_reassessment(concerned uuid, moment timestamptz) returns integer
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as
$$
declare
    asked integer;
begin
    insert into job (id, kind, case_id, asked_at, due_at)
    select gen_random_uuid(), 'REASSESS', concerned, clock_timestamp(), moment
    where (on_the_case(concerned) or of_the_team(concerned))
        and not exists (select from job j where j.case_id = concerned and j.kind = 'REASSESS' and j.due_at = moment);
    get diagnostics asked = row_count;
    return asked;
end
$$;

revoke execute on function ask_reassessment(uuid, timestamptz) from public;
grant execute on function ask_reassessment(uuid, timestamptz) to durumi_app;

-- As in V250, and in closed cases what is asked of a supervisor on its day: whether the case is kept.
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
    and t.state = 'OPEN' and (t.due < due_tasks.today or f.closed_at is not null and t.due = due_tasks.today)
$$;

-- What waits in the cases that are there already is looked at once, and in closed ones when their day comes.
create policy owner on retention for select to durumi_owner using (true);

insert into job (id, kind, case_id, asked_at, due_at)
select gen_random_uuid(), 'REASSESS', f.id, now(),
    case when f.closed_at is null then now() else (select max(r.keep_until)::timestamptz from retention r where r.case_id = f.id) end
from case_file f
where f.erased_at is null and (f.closed_at is null or exists (select from retention r where r.case_id = f.id));
