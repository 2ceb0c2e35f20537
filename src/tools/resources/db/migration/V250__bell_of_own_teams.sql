-- The cases on which the caseworker of this transaction works, and those in which they stand in: of the team in which they do, as the second wall
-- says. Whoever counts behind the wall must say it too.
create function cases_worked_on() returns uuid[]
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as
$$
select array(select case_id from assignment where user_id = nullif(current_setting('app.user', true), '') and until is null)
    || cases_as_deputy()
$$;

revoke execute on function cases_worked_on() from public;
grant execute on function cases_worked_on() to durumi_app;

-- As in V249, V239 and V239.
create or replace function overdue_here() returns setof check_in_climb
    language sql stable as
$$
select c.*
from check_in_climb c join case_file f on f.id = c.case_id
where (c.reached is not null or c.duress_at is not null) and f.erased_at is null and (f.closed_at is null or c.duress_at is not null)
    and (c.case_id = any ((select cases_worked_on())::uuid[])
        or f.team_id = nullif(current_setting('app.team', true), '')::uuid
            and (c.reached in ('SUPERVISORS', 'EVERY_SUPERVISOR') or c.duress_at is not null or not is_worked_on(f.id)))
$$;

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
where f.team_id = nullif(current_setting('app.team', true), '')::uuid and f.closed_at is null and f.erased_at is null
    and t.state = 'OPEN' and t.due < due_tasks.today
$$;

create or replace function waiting_alerts() returns setof risk_alert
    language sql stable as
$$
select a.*
from risk_alert a join case_file f on f.id = a.case_id
where a.case_id = any ((select cases_worked_on())::uuid[]) and f.closed_at is null and f.erased_at is null
    and a.closed_at is null and a.lapsed_at is null and a.acknowledged_at is null and a.level in ('CRITICAL', 'HIGH') and a.seen_at is null
union all
select a.*
from risk_alert a join case_file f on f.id = a.case_id
where f.team_id = nullif(current_setting('app.team', true), '')::uuid and f.closed_at is null and f.erased_at is null
    and a.closed_at is null and a.lapsed_at is null and a.acknowledged_at is null and a.level in ('CRITICAL', 'HIGH')
$$;
