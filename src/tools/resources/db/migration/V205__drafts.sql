-- What somebody has typed and not sent yet. In clear stands whose it is, the number that its case will get, where they go on and when it
-- was changed; what was typed is sealed under a key of its own, which lies wrapped in the row and is gone with it. A row is no part of a case.
create or replace function are_access_groups(words varchar[]) returns boolean
    language sql immutable as
$$
select is_plain_list(words) and words <@ array[
    'CASE', 'ASSIGNMENT', 'PARTICIPANT', 'NAME', 'JOURNEY', 'CONFIRMATION', 'ATTEMPT', 'LEG', 'DEVICE', 'VULNERABILITY', 'INCIDENT',
    'DETENTION', 'INTERVENTION', 'POSTING', 'BACKGROUND', 'NEED', 'RELATIONSHIP', 'RELATIVE', 'GROUP', 'SAFE_CONTACT', 'CONSENT', 'QUOTE',
    'BROKER', 'NORM_PRICE', 'CLAIM', 'SOURCE', 'CHECK_IN', 'CODE_WORD', 'NOTE', 'TASK', 'FILE', 'DRAFT', 'RISK', 'RISK_FACTS', 'ALERT', 'WAIVER',
    'LINK', 'SUMMARY', 'LOG', 'SESSION', 'TEAM', 'KEY']::varchar[]
$$;

-- Every number that was ever given, to a case or to a draft. No row goes, so that none is given again.
create table given_number (
    number text primary key
);
insert into given_number select number from case_file;
alter table given_number enable row level security, force row level security;
create policy owner on given_number to durumi_owner using (true);

create or replace function number_is_taken(wanted text) returns boolean
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as
$$
select exists (select from case_file where number = wanted) or exists (select from given_number where number = wanted)
$$;

-- Gives a number, once; whether it was free.
create function give_number(wanted text) returns boolean
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as
$$
begin
    if wanted !~ '^C-\d{4}-[0-9A-HJKMNP-TV-Z]{6}$' or number_is_taken(wanted) then
        return false;
    end if;
    insert into given_number values (wanted) on conflict do nothing;
    return found;
end
$$;

revoke execute on function give_number(text) from public;
grant execute on function give_number(text) to durumi_app;

create table draft (
    id          uuid        primary key,
    user_id     subject     not null,
    number      text        not null unique references given_number,
    address     text        not null check (address ~ '^/[0-9A-Za-z/-]+$'),
    kek_version integer     not null check (kek_version >= 1),
    wrapped     bytea       not null,
    sealed      bytea       not null,
    changed_at  timestamptz not null,
    mac         bytea       not null check (length(mac) = 32),
    version     integer     not null
);

create index draft_of_owner on draft (user_id, changed_at);
create index draft_by_age on draft (changed_at);

grant select, insert, update (user_id, address, sealed, changed_at, mac, version), delete on draft to durumi_app;
alter table draft enable row level security, force row level security;

-- Whether the supervisor of this transaction is one of the team of somebody.
create function is_of_my_team(who text) returns boolean
    language sql stable as
$$
select exists (select from membership
               where user_id = who and until is null and team_id = nullif(current_setting('app.team', true), '')::uuid)
$$;

revoke execute on function is_of_my_team(text) from public;
grant execute on function is_of_my_team(text) to durumi_app;

create policy app on draft to durumi_app using (user_id = nullif(current_setting('app.user', true), ''));
create policy team_sees on draft for select to durumi_app using (is_of_my_team(user_id));
create policy team_hands_over on draft for update to durumi_app using (is_of_my_team(user_id)) with check (is_of_my_team(user_id));
create policy owner on draft to durumi_owner using (true);

-- A newer key-encryption key wraps the keys of drafts anew, as it does those of cases.
grant select (id, kek_version, wrapped), update (kek_version, wrapped) on draft to durumi_rotate;
create policy rotation_sees on draft for select to durumi_rotate using (true);
create policy rotation_wraps on draft for update to durumi_rotate using (true);

-- Forgets, with their keys, what nobody has touched for thirty days: how many. The clock is the database's, but where stories are told.
create function forget_drafts(moment timestamptz) returns integer
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as
$$
declare
    now constant timestamptz := case when exists (select from told_database) then moment else clock_timestamp() end;
    forgotten integer;
begin
    delete from draft where changed_at <= now - interval '30 days';
    get diagnostics forgotten = row_count;
    return forgotten;
end
$$;

revoke execute on function forget_drafts(timestamptz) from public;
grant execute on function forget_drafts(timestamptz) to durumi_job;
