-- Moving values to new keys, and destroying the key of a case for good.

-- Sealed and wrapped values are changed by durumi_rotate, and nothing else of a row: its rights end there. What forbids to
-- overwrite a row is therefore not asked when it works. The running application never signs in as it.
grant update (wrapped, kek_version) on case_key, organisation_key to durumi_rotate;
grant insert on case_key to durumi_rotate;
grant select on organisation_key to durumi_rotate;
grant insert (recorded_at, actor, actor_role, session_tag, action, outcome, case_refs, field_groups, request_id, search_hash,
    covered_cases, cases_by_organisation, mac) on access_entry to durumi_rotate;
create policy rotation_wraps on case_key for update to durumi_rotate using (true);
create policy rotation_renews on case_key for insert to durumi_rotate with check (true);

-- Lets durumi_rotate seal the values of a table anew: those in columns of the case's key, whose names begin with «sealed». A
-- migration that adds such a table calls it.
create procedure may_be_resealed(held regclass)
    language plpgsql as
$$
declare
    sealed text;
    kept   record;
begin
    for sealed in
        select quote_ident(attname) from pg_attribute
        where attrelid = held and attname like 'sealed%' and atttypid = 'bytea'::regtype and not attisdropped
    loop
        execute format('grant update (%s) on %s to durumi_rotate', sealed, held);
    end loop;
    execute format('create policy rotation_reseals on %s for update to durumi_rotate using (true)', held);
    for kept in
        select tgname, tgfoid::regproc as keeper from pg_trigger where tgrelid = held and not tgisinternal and tgtype = 19 -- before update, for each row
    loop
        execute format(
            'create or replace trigger %I before update on %s for each row when (current_user <> ''durumi_rotate'') execute function %s()',
            kept.tgname, held, kept.keeper);
    end loop;
end
$$;

-- Only the newest version of a case's key stays.
create function drop_older_keys(owner uuid) returns void
    language sql security definer set search_path = pg_catalog, public, pg_temp as
$$
delete from case_key
where case_id = owner and version < (select max(version) from case_key where case_id = owner)
$$;

grant execute on function drop_older_keys(uuid) to durumi_rotate;

-- Somebody asked to erase a case. The reason is sealed with the organisation's key: the case's own key goes.
alter table case_file add column erased_at timestamptz check (erased_at is null or closed_at is not null);
grant update (erased_at) on case_file to durumi_app;

create table erasure (
    id              uuid          primary key,
    case_id         uuid          not null references case_file,
    by_organisation bytea         not null,
    asked_by        text          not null,
    asked_at        timestamptz   not null,
    state           erasure_state not null default 'ASKED',
    decided_by      text,
    decided_at      timestamptz,
    version         integer       not null,
    check ((state = 'ASKED') = (decided_by is null) and (decided_by is null) = (decided_at is null)),
    -- Nobody decides what they asked for; only who asked takes it back.
    check (decided_by is null or (state = 'WITHDRAWN') = (decided_by = asked_by))
);

create unique index erasure_once on erasure (case_id) where state in ('ASKED', 'APPROVED');

grant select, insert on erasure to durumi_app;
grant update (state, decided_by, decided_at, version) on erasure to durumi_app;
call guard_by_case('erasure');

-- Nobody begins with an approval, and what was decided stays decided.
create policy only_asked on erasure as restrictive for insert to durumi_app with check (state = 'ASKED');
create policy decided_once on erasure as restrictive for update to durumi_app using (state = 'ASKED') with check (true);

-- Destroys the key of a case, and what would find its names. Two different people must have asked and approved, and it must
-- be a supervisor of the team who acts.
create function erase_case(request uuid) returns void
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as
$$
declare
    erased uuid;
begin
    select case_id into erased from erasure
    where id = request and state = 'APPROVED' and decided_by <> asked_by and of_the_team(case_id);
    if erased is null then
        raise exception 'two people must agree to erase a case' using errcode = 'insufficient_privilege';
    end if;
    delete from case_key where case_id = erased;
    delete from person_index where case_id = erased;
end
$$;

grant execute on function erase_case(uuid) to durumi_app;

-- The functions work behind the wall, as the owner of the tables.
create policy owner on case_key to durumi_owner using (true);
create policy owner on person_index to durumi_owner using (true);
create policy owner on erasure for select to durumi_owner using (true);

do
$$
declare
    held regclass;
begin
    for held in
        select distinct s.attrelid::regclass
        from pg_attribute s join pg_attribute c on c.attrelid = s.attrelid and c.attname = 'case_id'
            join pg_class on pg_class.oid = s.attrelid
        where s.attname like 'sealed%' and s.atttypid = 'bytea'::regtype and not s.attisdropped
            and relkind = 'r' and relnamespace = 'public'::regnamespace
        order by 1
    loop
        call may_be_resealed(held);
    end loop;
    -- The case itself is a row of its own key. The same right keeps everybody else from changing it meanwhile.
    call may_be_resealed('case_file');
end
$$;
