-- Whether somebody works on a case who may come in.
create function is_worked_on(wanted uuid) returns boolean
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as
$$
select exists (select from assignment where case_id = wanted and until is null and may_come_in(user_id, 'CASEWORKER'))
$$;

revoke execute on function is_worked_on(uuid) from public;
grant execute on function is_worked_on(uuid) to durumi_app;

-- As in V239: a case whose caseworkers may all not come in counts as one on which nobody works, as it does for those who are told.
create or replace function overdue_here() returns setof check_in_climb
    language sql stable as
$$
select c.*
from check_in_climb c join case_file f on f.id = c.case_id
where (c.reached is not null or c.duress_at is not null) and f.erased_at is null and (f.closed_at is null or c.duress_at is not null)
    and (exists (select from assignment s
                 where s.case_id = f.id and s.user_id = any (works_as()) and s.until is null)
        or f.team_id = nullif(current_setting('app.team', true), '')::uuid
            and (c.reached in ('SUPERVISORS', 'EVERY_SUPERVISOR') or c.duress_at is not null or not is_worked_on(f.id)))
$$;
