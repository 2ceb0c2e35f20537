-- The bell: how much waits for somebody, as counts. What waits is said once, here: the lists of it ask the same functions, within the policies
-- of the person of their transaction; the bell counts behind them.
--
-- For a caseworker (app.user) it is what concerns the cases that they work on, for a supervisor (app.team) that of their team.

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

-- Whether somebody works on a case who may come in.
create function is_worked_on(wanted uuid) returns boolean
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as
$$
select exists (select from assignment where case_id = wanted and until is null and may_come_in(user_id, 'CASEWORKER'))
$$;

revoke execute on function is_worked_on(uuid) from public;
grant execute on function is_worked_on(uuid) to durumi_app;

-- Who is not heard of, or under duress, as far as the reader is told. The longest waits first where it is listed.
create function overdue_here() returns setof check_in_climb
    language sql stable as
$$
select c.*
from check_in_climb c join case_file f on f.id = c.case_id
where (c.reached is not null or c.duress_at is not null) and f.erased_at is null and (f.closed_at is null or c.duress_at is not null)
    and (c.case_id = any ((select cases_worked_on())::uuid[])
        or f.team_id = nullif(current_setting('app.team', true), '')::uuid
            and (c.reached in ('SUPERVISORS', 'EVERY_SUPERVISOR') or c.duress_at is not null or not is_worked_on(f.id)))
$$;

-- What a caseworker is to do by today, and what is late in a supervisor's team.
create function due_tasks(today date) returns setof task
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

-- Alerts of level HIGH or CRITICAL that nobody has acknowledged. A supervisor does; a caseworker has done what they can when they have seen one.
create function waiting_alerts() returns setof risk_alert
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

-- Whose act raised an alert, or raised it again: they are not told of it by a bar. Nobody, if a job did. It gives no right.
alter table risk_alert add column caused_by subject default nullif(current_setting('app.told', true), '');

create function alert_is_caused() returns trigger
    language plpgsql as
$$
begin
    new.caused_by := nullif(current_setting('app.told', true), '');
    return new;
end
$$;

create trigger risk_alert_caused
    before update on risk_alert
    for each row when (new.raised_at is distinct from old.raised_at)
    execute function alert_is_caused();

create index risk_alert_waiting on risk_alert (case_id)
    where closed_at is null and lapsed_at is null and acknowledged_at is null and level in ('CRITICAL', 'HIGH');
create index risk_alert_critical on risk_alert (raised_at)
    where closed_at is null and lapsed_at is null and acknowledged_at is null and level = 'CRITICAL';
create index notice_of_duress on notice (at) where cause = 'DURESS' and seen_at is null;
create index glass_notice_unseen_since on glass_notice (at) where seen_at is null;
create index task_open_of_case on task (case_id, due) where state = 'OPEN';

grant execute on function overdue_here(), due_tasks(date), waiting_alerts() to durumi_app;

-- Who acts in this transaction, and that somebody else does.
create function acting() returns text[]
    language sql stable as
$$
select array [coalesce(current_setting('app.user', true), ''), coalesce(current_setting('app.team', true), ''),
    coalesce(current_setting('app.reader', true), ''), coalesce(current_setting('app.told', true), '')]
$$;

create function act_as(who text[]) returns void
    language sql volatile as
$$
select set_config('app.user', who[1], true), set_config('app.team', who[2], true), set_config('app.reader', who[3], true),
    set_config('app.told', who[4], true)
$$;

-- How much waits for each of some people, of each kind up to a most: the emergencies of which they were told, the check-ins, the alerts, the tasks.
-- The rights of each are said by who asks, as the settings of a transaction are, and those are put back. It is planned once for each
-- connection, because planning took more than counting, on every page; through the indexes, so that the plan is right for somebody with three cases and
-- for somebody with ten thousand.
create function waiting_for(people text[], caseworkers text[], teams text[], readers text[], today date, most integer)
    returns table (emergencies bigint, check_ins bigint, alerts bigint, tasks bigint)
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
            (select count(*) from (select from due_tasks(waiting_for.today) limit waiting_for.most) due);
    end loop;
    perform act_as(before);
end
$$;

-- What cannot wait, of each of these people since a moment, the newest first: a critical alert that no act of theirs has raised, duress, an emergency. The number of
-- the case only for who may open it.
create function urgent_for(people text[], caseworkers text[], teams text[], readers text[], since timestamptz, most integer)
    returns table (person text, kind text, sign text, number text, at timestamptz)
    language plpgsql volatile security definer
    set search_path = pg_catalog, public, pg_temp
    set plan_cache_mode = force_custom_plan as
$$
declare
    before constant text[] := acting();
begin
    -- Most often nothing is new for anybody.
    if not exists (select from risk_alert a
                   where a.raised_at > urgent_for.since and a.level = 'CRITICAL' and a.closed_at is null and a.lapsed_at is null
                       and a.acknowledged_at is null)
        and not exists (select from notice n where n.at > urgent_for.since and n.cause = 'DURESS' and n.seen_at is null)
        and not exists (select from glass_notice g where g.at > urgent_for.since and g.seen_at is null) then
        return;
    end if;
    for each_one in 1 .. coalesce(array_length(people, 1), 0) loop
        perform act_as(array [caseworkers[each_one], teams[each_one], readers[each_one], people[each_one]]);
        return query
        select people[each_one], told.kind, told.sign,
            (select f.number from case_file f
             where f.id = told.case_id and f.erased_at is null and (on_the_case(f.id) or of_the_team(f.id) or granted(f.id))),
            told.at
        from (select 'ALERT' as kind, a.id::text || ' ' || a.raised_at as sign, a.case_id, a.raised_at as at
              from waiting_alerts() a
              where a.level = 'CRITICAL' and a.raised_at > urgent_for.since and a.caused_by is distinct from people[each_one]
              union all
              select 'DURESS', n.id::text, n.case_id, n.at
              from notice n
              where n.user_id = people[each_one] and n.seen_at is null and n.cause = 'DURESS' and n.at > urgent_for.since
              union all
              select 'GLASS', g.grant_id::text, g.case_id, g.at
              from glass_notice g
              where g.user_id = people[each_one] and g.seen_at is null and g.at > urgent_for.since) told
        order by told.at desc, told.sign
        limit urgent_for.most;
    end loop;
    perform act_as(before);
end
$$;

revoke execute on function waiting_for(text[], text[], text[], text[], date, integer), urgent_for(text[], text[], text[], text[], timestamptz, integer)
    from public;
grant execute on function waiting_for(text[], text[], text[], text[], date, integer), urgent_for(text[], text[], text[], text[], timestamptz, integer)
    to durumi_app;
