-- Linked cases, and reading somebody else's case for a while. docs/decisions/0028 says what each side learns of the other.
--
-- One more setting of the transaction says who reads:
--   app.reader  the person, if they are a caseworker or a supervisor: who was given to read a case that is not theirs
create domain link_state as text check (value in ('SUGGESTED', 'WISHED', 'ASKED', 'STANDS', 'DECLINED', 'ENDED'));

create or replace function are_access_groups(words varchar[]) returns boolean
    language sql immutable as
$$
select is_plain_list(words) and words <@ array[
    'CASE', 'ASSIGNMENT', 'PARTICIPANT', 'NAME', 'JOURNEY', 'CONFIRMATION', 'ATTEMPT', 'LEG', 'DEVICE', 'VULNERABILITY', 'INCIDENT',
    'DETENTION', 'INTERVENTION', 'POSTING', 'BACKGROUND', 'NEED', 'RELATIONSHIP', 'RELATIVE', 'GROUP', 'CONSENT', 'QUOTE', 'BROKER',
    'NORM_PRICE', 'CLAIM', 'SOURCE', 'RISK', 'RISK_FACTS', 'ALERT', 'WAIVER', 'LINK', 'SUMMARY', 'LOG', 'SESSION', 'TEAM',
    'KEY']::varchar[]
$$;

-- Of a link only whose cases they are and what became of it; how they are linked and why is sealed with the organisation's key,
-- because it belongs to two cases. The MAC is over everything in clear.
create table case_link (
    id                    uuid        primary key,
    asking_case_id        uuid        not null references case_file,
    asking_team_id        uuid        not null references team,
    asking_participant_id uuid        references participant,
    -- Empty if somebody typed a number that no case has, which nobody is told.
    asked_case_id         uuid        references case_file,
    asked_team_id         uuid        references team,
    asked_participant_id  uuid        references participant,
    by_organisation       bytea       not null,
    state                 link_state  not null,
    begun_by              subject     not null,
    begun_at              timestamptz not null,
    asked_by              subject,
    asked_at              timestamptz,
    answered_by           subject,
    answered_at           timestamptz,
    ended_by              subject,
    ended_at              timestamptz,
    end_by_organisation   bytea,
    mac                   bytea       not null check (length(mac) = 32),
    version               integer     not null,
    check (asking_case_id <> asked_case_id),
    check ((asked_case_id is null) = (asked_team_id is null)),
    check ((asked_by is null) = (asked_at is null)),
    check ((answered_by is null) = (answered_at is null)),
    check ((ended_by is null) = (ended_at is null)),
    check ((ended_by is null) = (state not in ('DECLINED', 'ENDED')))
);

create index case_link_asking on case_link (asking_case_id);
create index case_link_asked on case_link (asked_case_id);
create index case_link_waiting on case_link (begun_at) where state in ('WISHED', 'ASKED');

grant select, insert on case_link to durumi_app;
grant update (asking_participant_id, asked_participant_id, by_organisation, state, begun_by, begun_at, asked_by, asked_at, answered_by,
    answered_at, ended_by, ended_at, end_by_organisation, mac, version) on case_link to durumi_app;

-- Who may read one case that is not theirs, until when. Written once; its end is a row of its own.
create table case_grant (
    id              uuid        primary key,
    case_id         uuid        not null references case_file,
    user_id         subject     not null,
    due             timestamptz not null,
    given_by        subject     not null,
    given_at        timestamptz not null,
    -- The link from which it follows, if it follows from one.
    link_id         uuid,
    by_organisation bytea       not null,
    mac             bytea       not null check (length(mac) = 32),
    -- The moment of its early end, once there is one.
    until           timestamptz,
    check (due > given_at and due <= given_at + interval '30 days')
);

create index case_grant_of_user on case_grant (user_id, case_id) where until is null;
create index case_grant_of_case on case_grant (case_id);

create table case_grant_end (
    id       uuid        primary key references case_grant,
    case_id  uuid        not null references case_file,
    ended_at timestamptz not null,
    ended_by subject     not null,
    mac      bytea       not null check (length(mac) = 32)
);

create trigger case_grant_ended
    before insert on case_grant_end
    for each row execute function note_end('case_grant');

grant select, insert on case_grant, case_grant_end to durumi_app;

-- Whether the reader was given to read this case, as of now.
create function granted(wanted uuid) returns boolean
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as
$$
select exists (select from case_grant
               where case_id = wanted and user_id = nullif(current_setting('app.reader', true), '') and until is null and due > now())
$$;

-- All of them, for a policy that is asked about many cases: looked for once in a statement, and planned by itself.
create function granted_cases() returns uuid[]
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as
$$
select coalesce(array_agg(case_id), '{}') from case_grant
where user_id = nullif(current_setting('app.reader', true), '') and until is null and due > now()
$$;

-- Whether a link joins this case with one of the supervisor's team: they may then be given to read it.
create function linked_with_the_team(link uuid, wanted uuid) returns boolean
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as
$$
select exists (select from case_link
               where id = link and wanted in (asking_case_id, asked_case_id)
                   and of_the_team(case when wanted = asking_case_id then asked_case_id else asking_case_id end))
$$;

grant execute on function granted(uuid), granted_cases(), linked_with_the_team(uuid, uuid) to durumi_app;

-- A case is also there for who was given to read it.
drop policy app_select on case_file;
create policy app_select on case_file for select to durumi_app
    using (team_id = nullif(current_setting('app.team', true), '')::uuid
        or exists (select from assignment
                   where case_id = case_file.id and user_id = current_setting('app.user', true) and until is null)
        or id = any ((select granted_cases())::uuid[]));

drop policy app_select on assignment;
create policy app_select on assignment for select to durumi_app
    using (user_id = current_setting('app.user', true) and until is null or of_the_team(case_id) or on_the_case(case_id)
        or granted(case_id));

drop policy app_select on assignment_end;
create policy app_select on assignment_end for select to durumi_app
    using (of_the_team(case_id) or on_the_case(case_id) or granted(case_id));

-- Who was only given to read a case writes nothing into it. Only an alert is raised by whoever meets a row that somebody changed past
-- the application, be it such a reader; they do nothing about one that is there.
create procedure only_read_by_grant(guarded regclass)
    language plpgsql as
$$
begin
    if guarded <> 'risk_alert'::regclass then
        execute format(
            'create policy no_guest_adds on %s as restrictive for insert to durumi_app with check (of_the_team(case_id) or on_the_case(case_id))',
            guarded);
    end if;
    execute format(
        'create policy no_guest_changes on %s as restrictive for update to durumi_app using (of_the_team(case_id) or on_the_case(case_id))',
        guarded);
end
$$;

create or replace procedure guard_by_case(guarded regclass)
    language plpgsql as
$$
begin
    call shut(guarded);
    execute format(
        'create policy app on %1$s to durumi_app using (exists (select from case_file where id = %1$s.case_id))', guarded);
    call only_read_by_grant(guarded);
end
$$;

do
$$
declare
    guarded regclass;
begin
    for guarded in
        select polrelid::regclass from pg_policy join pg_attribute on attrelid = polrelid
        where polname = 'app' and attname = 'case_id'
        order by 1
    loop
        call only_read_by_grant(guarded);
    end loop;
end
$$;

call shut('case_grant');

create policy app_select on case_grant for select to durumi_app
    using (user_id = nullif(current_setting('app.reader', true), '') or of_the_team(case_id) or on_the_case(case_id));

-- By a supervisor of the case's team, or to oneself by a link that one agrees to: the other supervisor has agreed before.
create policy app_insert on case_grant for insert to durumi_app
    with check (of_the_team(case_id)
        or user_id = nullif(current_setting('app.reader', true), '') and linked_with_the_team(link_id, case_id));

create policy owner on case_grant to durumi_owner using (true);

call shut('case_grant_end');

create policy app_select on case_grant_end for select to durumi_app
    using (of_the_team(case_id) or on_the_case(case_id) or granted(case_id));

create policy app_insert on case_grant_end for insert to durumi_app with check (of_the_team(case_id));

create policy owner on case_grant_end to durumi_owner using (true);

-- A link is there for who sees either of its two cases, and written by who works in one of them.
call shut('case_link');

create policy app_select on case_link for select to durumi_app
    using (exists (select from case_file where id = asking_case_id) or exists (select from case_file where id = asked_case_id));

create policy app_insert on case_link for insert to durumi_app
    with check (of_the_team(asking_case_id) or on_the_case(asking_case_id));

create policy app_update on case_link for update to durumi_app
    using (of_the_team(asking_case_id) or on_the_case(asking_case_id) or of_the_team(asked_case_id));

create policy owner on case_link to durumi_owner using (true);

-- What two sides gave each other to read ends with the link from which it follows: who ends it may write in one of the cases only.
create function end_grants_of_link() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as
$$
begin
    update case_grant set until = new.ended_at where link_id = new.id and until is null;
    return new;
end
$$;

create trigger grants_end_with_their_link
    after update of state on case_link
    for each row when (old.state <> 'ENDED' and new.state = 'ENDED')
    execute function end_grants_of_link();

-- Of an erased case no link tells any more, and nobody is given to read it.
create function forget_links() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as
$$
begin
    delete from case_link where new.id in (asking_case_id, asked_case_id);
    delete from case_grant_end where case_id = new.id;
    delete from case_grant where case_id = new.id;
    return new;
end
$$;

create trigger erased_case_is_linked_with_none
    after update of erased_at on case_file
    for each row when (old.erased_at is null and new.erased_at is not null)
    execute function forget_links();
