-- Somebody reads in an emergency a case that is not theirs: for a day, and everybody responsible is told in the same transaction.
--
-- One more setting of the transaction says who acts, whatever their role:
--   app.told  the person: what they were told
alter domain access_action drop constraint access_action_check;
alter domain access_action add check (value in (
    'OPEN', 'LIST', 'SEARCH', 'CREATE', 'CHANGE', 'REQUEST', 'APPROVE', 'BREAK_GLASS', 'EXPORT', 'DOWNLOAD', 'SIGN_IN', 'SIGN_OUT',
    'CONFIGURATION', 'ERASE'));

-- Whom it was told, and when they said that they have seen it.
create table glass_notice (
    grant_id uuid        not null references case_grant,
    case_id  uuid        not null references case_file,
    user_id  subject     not null,
    at       timestamptz not null,
    seen_at  timestamptz,
    primary key (grant_id, user_id)
);

create index glass_notice_unseen on glass_notice (user_id, at) where seen_at is null;

grant select on glass_notice to durumi_app;
call guard_by_case('glass_notice');
create policy owner on glass_notice to durumi_owner using (true);

-- The only way to a grant that nobody gave: to oneself, for a day at most, and never without telling others. The clock is the
-- database's, but where stories are told.
create function break_glass(grant_id uuid, wanted uuid, until timestamptz, since timestamptz, why bytea, proof bytea) returns integer
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as
$$
declare
    reader constant text := nullif(current_setting('app.reader', true), '');
    told integer;
begin
    if reader is null or until > since + interval '24 hours'
        or abs(extract(epoch from since - clock_timestamp())) > 60 and not exists (select from told_database) then
        raise exception 'nobody opens a case like this' using errcode = 'insufficient_privilege';
    end if;
    insert into case_grant (id, case_id, user_id, due, given_by, given_at, by_organisation, mac)
    values (grant_id, wanted, reader, until, reader, since, why, proof);
    insert into glass_notice (grant_id, case_id, user_id, at)
    select break_glass.grant_id, wanted, responsible.user_id, since
    from (select s.user_id from staff_member s
          where 'AUDITOR' = any (string_to_array(s.roles, ','))
              or 'SUPERVISOR' = any (string_to_array(s.roles, ','))
                  and exists (select from membership m where m.user_id = s.user_id and m.until is null)
          union
          select user_id from assignment where case_id = wanted and assignment.until is null) responsible
    where responsible.user_id <> reader;
    get diagnostics told = row_count;
    if told = 0 then
        raise exception 'nobody would be told' using errcode = 'insufficient_privilege';
    end if;
    return told;
end
$$;

revoke execute on function break_glass(uuid, uuid, timestamptz, timestamptz, bytea, bytea) from public;
grant execute on function break_glass(uuid, uuid, timestamptz, timestamptz, bytea, bytea) to durumi_app;

-- What the person of this transaction was told and has not seen, the newest first: of cases that they may not read too.
create function glass_told(most integer) returns setof case_grant
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as
$$
select g.* from glass_notice n join case_grant g on g.id = n.grant_id
where n.user_id = nullif(current_setting('app.told', true), '') and n.seen_at is null
order by n.at desc, g.id
limit most
$$;

revoke execute on function glass_told(integer) from public;
grant execute on function glass_told(integer) to durumi_app;

-- They have seen it.
create function glass_is_seen(told uuid, moment timestamptz) returns bigint
    language sql security definer set search_path = pg_catalog, public, pg_temp as
$$
with seen as (
    update glass_notice set seen_at = moment
    where grant_id = told and user_id = nullif(current_setting('app.told', true), '') and seen_at is null
    returning 1)
select count(*) from seen
$$;

revoke execute on function glass_is_seen(uuid, timestamptz) from public;
grant execute on function glass_is_seen(uuid, timestamptz) to durumi_app;

-- Of an erased case nobody was told anything.
create or replace function forget_links() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as
$$
begin
    delete from case_link where new.id in (asking_case_id, asked_case_id);
    delete from glass_notice where case_id = new.id;
    delete from case_grant_end where case_id = new.id;
    delete from case_grant where case_id = new.id;
    return new;
end
$$;
