-- Who saw or did what. Rows are written once: no role but the owner may do more than insert and read, and triggers
-- refuse the rest even to the owner.
-- What the application can read: one dimension, nothing missing, not endless.
create function is_plain_list(words varchar[]) returns boolean
    language sql immutable as
$$
select coalesce(array_ndims(words), 1) = 1 and array_position(words, null) is null and cardinality(words) <= 2000
$$;

create function are_case_numbers(words varchar[]) returns boolean
    language sql immutable as
$$
select is_plain_list(words)
    and not exists (select from unnest(words) word where word !~ '^C-[0-9]{4}-[0-9A-HJKMNP-TV-Z]{6}$')
$$;

-- What can be shown. A feature that brings a group replaces this function.
create function are_access_groups(words varchar[]) returns boolean
    language sql immutable as
$$
select is_plain_list(words) and words <@ array[
    'CASE', 'ASSIGNMENT', 'PARTICIPANT', 'NAME', 'JOURNEY', 'CONFIRMATION', 'ATTEMPT', 'LEG', 'DEVICE', 'VULNERABILITY', 'CONSENT',
    'QUOTE', 'BROKER', 'NORM_PRICE', 'CLAIM', 'SOURCE', 'RISK', 'RISK_FACTS', 'ALERT', 'WAIVER', 'SUMMARY', 'LOG', 'SESSION', 'TEAM',
    'KEY']::varchar[]
$$;

grant execute on function is_plain_list(varchar[]), are_case_numbers(varchar[]), are_access_groups(varchar[]) to public;

create table access_entry (
    id           bigint         generated always as identity primary key,
    -- The order in which entries are numbered for proofs: by transaction, then by id.
    xid          xid8           not null default pg_current_xact_id(),
    recorded_at  timestamptz    not null,
    -- An identifier, never a name.
    actor        subject        not null,
    actor_role   text           not null check (actor_role in ('CASEWORKER', 'SUPERVISOR', 'AUDITOR', 'ADMINISTRATOR', 'SYSTEM', 'NONE')),
    session_tag  text           not null check (session_tag ~ '^[0-9a-f]{0,16}$'),
    action       access_action  not null,
    outcome      access_outcome not null,
    -- Case numbers, without foreign key: the entry outlives the case.
    case_refs    varchar[]      not null check (are_case_numbers(case_refs)),
    field_groups varchar[]      not null check (are_access_groups(field_groups)),
    request_id   uuid           not null,
    -- Of what was searched for only a keyed hash: the same search is recognised, its words are not.
    search_hash  text           not null default '' check (search_hash ~ '^([0-9a-f]{16})?$'),
    -- Cases of which the entry tells only how many they are: their numbers, sealed with the organisation's key.
    covered_cases         integer not null default 0 check (covered_cases >= 0),
    cases_by_organisation bytea   not null default '' check (length(cases_by_organisation) <= 1048576),
    -- Of the application; who reads the log sees which entry lacks the right one.
    mac          bytea          check (length(mac) = 32)
);

create index access_entry_by_time on access_entry (recorded_at desc, id desc);
create index access_entry_by_actor on access_entry (actor, recorded_at desc, id desc);
create index access_entry_by_case on access_entry using gin (case_refs);
create index access_entry_by_order on access_entry (xid, id);

create function access_entry_is_append_only() returns trigger
    language plpgsql as
$$
begin
    raise exception 'access_entry is append-only' using errcode = 'insufficient_privilege';
end
$$;

create trigger access_entry_append_only
    before update or delete on access_entry
    for each row execute function access_entry_is_append_only();

-- A database in which stories are told, a demo or a test, is marked by its owner: there an entry may be of another day.
create table told_database (
    told boolean primary key check (told)
);

-- Nobody writes an entry back, or on top for ever.
create function access_entry_is_of_now() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as
$$
begin
    if abs(extract(epoch from new.recorded_at - clock_timestamp())) > 60 and not exists (select from told_database) then
        raise exception 'an entry is of now' using errcode = 'check_violation';
    end if;
    return new;
end
$$;

create trigger access_entry_of_now
    before insert on access_entry
    for each row execute function access_entry_is_of_now();

create trigger access_entry_no_truncate
    before truncate on access_entry
    for each statement execute function access_entry_is_append_only();

-- The number and the transaction of an entry are the database's word, so that nobody slips one in between older ones.
grant insert (recorded_at, actor, actor_role, session_tag, action, outcome, case_refs, field_groups, request_id, search_hash,
    covered_cases, cases_by_organisation, mac)
    on access_entry to durumi_log, durumi_app;
grant select on access_entry to durumi_app, durumi_sequencer, durumi_auditor;
