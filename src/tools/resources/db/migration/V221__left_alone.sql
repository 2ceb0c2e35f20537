-- The open cases of a supervisor's team on which somebody works, but nobody of those who may come in: the application says who they are,
-- because it alone can tell a genuine role from one that somebody slipped in.
create function left_alone(may_work text[], most integer) returns table (number text)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as
$$
select f.number
from case_file f
where f.team_id = nullif(current_setting('app.team', true), '')::uuid and f.closed_at is null and f.erased_at is null
    and exists (select from assignment a where a.case_id = f.id and a.until is null)
    and not exists (select from assignment a where a.case_id = f.id and a.until is null and a.user_id = any (may_work))
order by f.number
limit most
$$;

revoke execute on function left_alone(text[], integer) from public;
grant execute on function left_alone(text[], integer) to durumi_app;
