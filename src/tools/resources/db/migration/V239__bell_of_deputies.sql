-- The lists and the bell of whoever stands in for somebody: as in V225, as whom the caseworker works. A case counts once, also where both work
-- on it.

-- Who is not heard of, or under duress, as far as the reader is told. The longest waits first where it is listed.
create or replace function overdue_here() returns setof check_in_climb
    language sql stable as
$$
select c.*
from check_in_climb c join case_file f on f.id = c.case_id
where (c.reached is not null or c.duress_at is not null) and f.erased_at is null and (f.closed_at is null or c.duress_at is not null)
    and (exists (select from assignment s
                 where s.case_id = f.id and s.user_id = any (works_as()) and s.until is null)
        or f.team_id = nullif(current_setting('app.team', true), '')::uuid
            -- Of a case on which nobody works its supervisors are told at once.
            and (c.reached in ('SUPERVISORS', 'EVERY_SUPERVISOR') or c.duress_at is not null
                or not exists (select from assignment s where s.case_id = f.id and s.until is null)))
$$;

-- What a caseworker is to do by today, and what is late in a supervisor's team.
create or replace function due_tasks(today date) returns setof task
    language sql stable as
$$
select t.*
from task t join case_file f on f.id = t.case_id
where t.case_id = any (array(select s.case_id from assignment s where s.user_id = any (works_as()) and s.until is null)) and f.closed_at is null and f.erased_at is null
    and t.state = 'OPEN' and t.due <= due_tasks.today
union all
select t.*
from case_file f join task t on t.case_id = f.id
where f.team_id = nullif(current_setting('app.team', true), '')::uuid and f.closed_at is null and f.erased_at is null
    and t.state = 'OPEN' and t.due < due_tasks.today
$$;

-- Alerts of level HIGH or CRITICAL that nobody has acknowledged. A supervisor does; a caseworker has done what they can when they have seen one.
create or replace function waiting_alerts() returns setof risk_alert
    language sql stable as
$$
select a.*
from risk_alert a join case_file f on f.id = a.case_id
where a.case_id = any (array(select s.case_id from assignment s where s.user_id = any (works_as()) and s.until is null)) and f.closed_at is null and f.erased_at is null
    and a.closed_at is null and a.lapsed_at is null and a.acknowledged_at is null and a.level in ('CRITICAL', 'HIGH') and a.seen_at is null
union all
select a.*
from risk_alert a join case_file f on f.id = a.case_id
where f.team_id = nullif(current_setting('app.team', true), '')::uuid and f.closed_at is null and f.erased_at is null
    and a.closed_at is null and a.lapsed_at is null and a.acknowledged_at is null and a.level in ('CRITICAL', 'HIGH')
$$;

-- Planned once for each connection: planning took more than counting, on every page. Through the indexes it is right for somebody with three
-- cases and for somebody with ten thousand.
alter function waiting_for(text[], text[], text[], text[], date, integer) set plan_cache_mode = force_generic_plan;
alter function waiting_for(text[], text[], text[], text[], date, integer) set enable_seqscan = off;
alter function waiting_for(text[], text[], text[], text[], date, integer) set enable_hashjoin = off;
alter function waiting_for(text[], text[], text[], text[], date, integer) set enable_mergejoin = off;
