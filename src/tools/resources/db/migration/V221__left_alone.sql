-- The open cases of a supervisor's team on which somebody works, but nobody who may come in: whose role was taken away, or never given.
-- Numbers only; in one look, because the policies would ask of each case by itself whose it is.
create function left_alone(most integer) returns table (number text)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as
$$
select f.number
from case_file f
where f.team_id = nullif(current_setting('app.team', true), '')::uuid and f.closed_at is null and f.erased_at is null
    and exists (select from assignment a where a.case_id = f.id and a.until is null)
    and not exists (
        select from assignment a
            join role_grant g on g.user_id = a.user_id and g.until is null and g.role = 'CASEWORKER'
            join role_confirmation c on c.id = g.id
        where a.case_id = f.id and a.until is null)
order by f.number
limit most
$$;

revoke execute on function left_alone(integer) from public;
grant execute on function left_alone(integer) to durumi_app;
