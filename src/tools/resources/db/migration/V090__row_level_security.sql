-- The second wall: whoever forgets a check sees nothing. The application sees the rows of a case only while the person of the
-- transaction works on it, or supervises its team; docs/decisions/0011 says why the policies look as they do.
--
-- Two settings of the transaction say who acts; unset or empty, there are no rows:
--   app.user  the person, if they are a caseworker
--   app.team  the person's team, if they are a supervisor

-- The functions look behind the wall, as the owner of the tables: policies of two tables may not ask each other.

create function on_the_case(wanted uuid) returns boolean
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as
$$
select exists (select from assignment
               where case_id = wanted and user_id = current_setting('app.user', true) and until is null)
$$;

create function of_the_team(wanted uuid) returns boolean
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as
$$
select exists (select from case_file
               where id = wanted and team_id = nullif(current_setting('app.team', true), '')::uuid)
$$;

-- Opened by the person, and nobody has ever worked on it.
create function just_opened(wanted uuid) returns boolean
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as
$$
select exists (select from case_file where id = wanted and opened_by = current_setting('app.user', true))
    and not exists (select from assignment where case_id = wanted)
$$;

-- The numbers of other people's cases are taken too.
create function number_is_taken(wanted text) returns boolean
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as
$$
select exists (select from case_file where number = wanted)
$$;

-- Whether this is no new installation any more, whoever asks.
create function holds_cases() returns boolean
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as
$$
select exists (select from case_file)
$$;

grant execute on function on_the_case(uuid), of_the_team(uuid), just_opened(uuid), number_is_taken(text), holds_cases()
    to durumi_app;

-- Shuts a table, and opens it for work without a person, which sees every case.
create procedure shut(guarded regclass)
    language plpgsql as
$$
begin
    execute format('alter table %s enable row level security, force row level security', guarded);
    execute format('grant select on %s to durumi_job', guarded);
    execute format('create policy job on %s for select to durumi_job using (true)', guarded);
end
$$;

-- For a table with a case_id: its rows are there where their case is. A migration that adds such a table calls it.
create procedure guard_by_case(guarded regclass)
    language plpgsql as
$$
begin
    call shut(guarded);
    execute format(
        'create policy app on %1$s to durumi_app using (exists (select from case_file where id = %1$s.case_id))', guarded);
end
$$;

call shut('case_file');

create policy app_select on case_file for select to durumi_app
    using (team_id = nullif(current_setting('app.team', true), '')::uuid
        or exists (select from assignment
                   where case_id = case_file.id and user_id = current_setting('app.user', true) and until is null));

create policy app_update on case_file for update to durumi_app
    using (team_id = nullif(current_setting('app.team', true), '')::uuid or on_the_case(id));

-- A caseworker opens a case for their own team.
create policy app_insert on case_file for insert to durumi_app
    with check (opened_by = current_setting('app.user', true)
        and team_id = (select team_id from membership where user_id = current_setting('app.user', true) and until is null));

create policy owner on case_file for select to durumi_owner using (true);

call shut('assignment');

create policy app_select on assignment for select to durumi_app
    using (user_id = current_setting('app.user', true) and until is null or of_the_team(case_id) or on_the_case(case_id));

-- A caseworker takes the case that they have just opened; everything else is the supervisor's.
create policy app_insert on assignment for insert to durumi_app
    with check (user_id = current_setting('app.user', true) and just_opened(case_id) or of_the_team(case_id));

-- The owner notes the end of one.
create policy owner on assignment to durumi_owner using (true);

call shut('assignment_end');

create policy app_select on assignment_end for select to durumi_app using (of_the_team(case_id) or on_the_case(case_id));

create policy app_insert on assignment_end for insert to durumi_app with check (of_the_team(case_id));

do
$$
declare
    guarded regclass;
begin
    for guarded in
        select attrelid::regclass
        from pg_attribute join pg_class on pg_class.oid = attrelid
        where attname = 'case_id' and not attisdropped and relkind = 'r' and relnamespace = 'public'::regnamespace
            and relname not in ('assignment', 'assignment_end')
        order by relname
    loop
        call guard_by_case(guarded);
    end loop;
end
$$;
