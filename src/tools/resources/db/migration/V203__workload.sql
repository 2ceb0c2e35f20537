-- How much each caseworker of a team has to do. Counts only, of the team of the supervisor who asks; in one look, because the policies would
-- ask of each case by itself whose it is.
create function workload(untouched_since timestamptz, today date)
    returns table (caseworker subject, cases bigint, urgent bigint, untouched bigint, late bigint)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as
$$
select a.user_id, count(*), count(*) filter (where f.level in ('CRITICAL', 'HIGH')), count(*) filter (where f.changed_at < untouched_since),
    coalesce(sum(l.late), 0)::bigint
from case_file f
    left join assignment a on a.case_id = f.id and a.until is null
    left join lateral (select count(*) as late from task t where t.case_id = f.id and t.state = 'OPEN' and t.due < today) l on true
where f.team_id = nullif(current_setting('app.team', true), '')::uuid and f.closed_at is null and f.erased_at is null
group by a.user_id
$$;

create policy owner on task for select to durumi_owner using (true);
revoke execute on function workload(timestamptz, date) from public;
grant execute on function workload(timestamptz, date) to durumi_app;
