-- What a caseworker asks for waits for the supervisors of the team who may answer it: all but who asked, whatever they were then. Said once, for the bell and
-- the list.
create function waiting_requests(moment timestamptz) returns setof request
    language sql stable as
$$
select r.*
from case_file f join request r on r.case_id = f.id
where f.team_id = nullif(current_setting('app.team', true), '')::uuid and f.closed_at is null and f.erased_at is null
    and r.state = 'ASKED' and r.due > waiting_requests.moment and r.recorded_by is distinct from nullif(current_setting('app.told', true), '')
$$;

grant execute on function waiting_requests(timestamptz) to durumi_app;

create policy owner on request for select to durumi_owner using (true);

create index request_waiting_of_case on request (case_id) where state = 'ASKED';

-- As in V250, with the requests.
drop function waiting_for(text[], text[], text[], text[], date, integer);

create function waiting_for(people text[], caseworkers text[], teams text[], readers text[], today date, most integer)
    returns table (emergencies bigint, check_ins bigint, alerts bigint, requests bigint, tasks bigint)
    language plpgsql volatile security definer
    set search_path = pg_catalog, public, pg_temp
    set plan_cache_mode = force_generic_plan
    set enable_seqscan = off
    set enable_hashjoin = off
    set enable_mergejoin = off as
$$
declare
    before constant text[] := acting();
begin
    for each_one in 1 .. coalesce(array_length(people, 1), 0) loop
        perform act_as(array [caseworkers[each_one], teams[each_one], readers[each_one], people[each_one]]);
        return query select
            (select count(*) from (select from glass_told(waiting_for.most)) told),
            (select count(*) from (select from overdue_here() limit waiting_for.most) here)
                + case when readers[each_one] <> '' and caseworkers[each_one] = ''
                    then (select count(*) from overdue_elsewhere(waiting_for.most)) else 0 end,
            (select count(*) from (select from waiting_alerts() limit waiting_for.most) waiting),
            (select count(*) from (select from waiting_requests(now()) limit waiting_for.most) asked),
            (select count(*) from (select from due_tasks(waiting_for.today) limit waiting_for.most) due);
    end loop;
    perform act_as(before);
end
$$;

revoke execute on function waiting_for(text[], text[], text[], text[], date, integer) from public;
grant execute on function waiting_for(text[], text[], text[], text[], date, integer) to durumi_app;

-- The people of the cases on which a caseworker works themselves: who is in the greatest danger first, then who has not been heard of for the longest time. All
-- of it stands in clear. The level of somebody is the highest of these: of their open alerts, of the case if nobody else is in it, CRITICAL while
-- they are held; none if there is none of them. Who is under duress comes before all.
-- Of whom nothing says how it stands, the worst that holds for their case does, after those of whom it is known: not known is not safe. As long as nothing that is open
-- in a case says why it is as bad as it is, it may be about everybody: then nobody of it has a level that is known.
create function people_by_danger(most integer)
    returns table (number text, label text, stage text, level text, since timestamptz, missed boolean, duress boolean)
    language sql stable as
$$
select f.number, p.label, p.stage::text, (array ['CRITICAL', 'HIGH', 'NOT_ASSESSED', 'MEDIUM', 'LOW'])[case when told.why then danger.rank + 1 end],
    coalesce(c.duress_at, c.missed_since, c.due_at), coalesce(c.reached is not null, false), c.duress_at is not null
from assignment a
    join case_file f on f.id = a.case_id
    join participant p on p.case_id = f.id
    cross join lateral (select least(min(x.level_rank), case when f.people = 1 then f.level_rank end, case when p.stage = 'DETENTION' then 0 end) as rank
                        from risk_alert x
                        where x.participant_id = p.id and x.closed_at is null and x.lapsed_at is null) danger
    cross join lateral (select f.people = 1
                            or exists (select from risk_alert x
                                       where x.case_id = f.id and x.closed_at is null and x.lapsed_at is null and x.level_rank <= f.level_rank)
                            or exists (select from participant h
                                       where h.case_id = f.id and h.stage = 'DETENTION'
                                           and not exists (select from taken_out t where t.participant_id = h.id and t.put_back_at is null)) as why) told
    left join check_in_climb c on c.participant_id = p.id and (c.next_at is not null or c.reached is not null or c.duress_at is not null)
where a.user_id = nullif(current_setting('app.user', true), '') and a.until is null and f.closed_at is null and f.erased_at is null
    and p.stage not in ('ARRIVAL', 'WITHDRAWN', 'DECEASED')
    and not exists (select from taken_out t where t.participant_id = p.id and t.put_back_at is null)
order by c.duress_at,
    coalesce(case when told.why then danger.rank end, least(danger.rank, f.level_rank, case when f.not_assessed > 0 then 2 end)), danger.rank,
    coalesce(c.missed_since, c.due_at), f.number, length(p.label), p.label
limit people_by_danger.most
$$;

grant execute on function people_by_danger(integer) to durumi_app;

-- The list of cases in that order.
create index case_file_by_team_danger on case_file (team_id, level_rank, next_contact, number);
