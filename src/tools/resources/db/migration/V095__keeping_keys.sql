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

-- What somebody decided, signed by the application: what takes two people asks for two of them. Written once.
create table decision (
    id           uuid          primary key,
    case_id      uuid          not null references case_file,
    kind         decision_kind not null,
    subject_id   uuid          not null,
    content_hash bytea         not null check (length(content_hash) = 32),
    decided_by   subject       not null,
    decided_at   timestamptz   not null,
    mac          bytea         not null check (length(mac) = 32),
    unique (kind, subject_id, decided_by, mac)
);

grant select, insert on decision to durumi_app;
call guard_by_case('decision');

-- Somebody asked to erase a case. The reason is sealed with the organisation's key: the case's own key goes.
alter table case_file
    add column erasure_due timestamptz,
    add column erased_at timestamptz check (erased_at is null or closed_at is not null);
grant update (erasure_due) on case_file to durumi_app;

create table erasure (
    id              uuid          primary key,
    case_id         uuid          not null references case_file,
    by_organisation bytea         not null,
    asked_by        text          not null,
    asked_at        timestamptz   not null,
    state           erasure_state not null default 'ASKED',
    decided_by      text,
    decided_at      timestamptz,
    stopped_by      text,
    stopped_at      timestamptz,
    version         integer       not null,
    check ((state = 'ASKED') = (decided_by is null) and (decided_by is null) = (decided_at is null)),
    check ((state = 'STOPPED') = (stopped_by is not null) and (stopped_by is null) = (stopped_at is null)),
    -- Nobody decides what they asked for; only who asked takes it back.
    check (decided_by is null or (state = 'WITHDRAWN') = (decided_by = asked_by))
);

create unique index erasure_once on erasure (case_id) where state in ('ASKED', 'APPROVED');

grant select, insert on erasure to durumi_app;
grant update (state, decided_by, decided_at, stopped_by, stopped_at, version) on erasure to durumi_app;
call guard_by_case('erasure');

-- Nobody begins with an approval; what was settled stays settled, and only durumi_erase carries out what was approved.
create policy only_asked on erasure as restrictive for insert to durumi_app with check (state = 'ASKED');
create policy settled_once on erasure as restrictive for update to durumi_app
    using (state in ('ASKED', 'APPROVED')) with check (state <> 'CARRIED_OUT');

-- The role that carries out: it sees what was decided, stops what nobody has decided, and may call the function below.
grant select (id, case_id, state) on erasure to durumi_erase;
grant update (state, stopped_by, stopped_at) on erasure to durumi_erase;
grant select on decision to durumi_erase;
grant select (id, number) on case_file to durumi_erase;
create policy erases on erasure to durumi_erase using (true) with check (state = 'STOPPED');
create policy erases on decision for select to durumi_erase using (true);
create policy erases on case_file for select to durumi_erase using (true);

-- Destroys the key of a case, what would find its names and phones, and its place in every list. Two different people must have
-- decided it, the second an hour ago at least; that they were two, and when, is in the decisions that the application has signed.
create function erase_case(request uuid, signed uuid[]) returns void
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as
$$
declare
    erased   uuid;
    approver text;
begin
    select e.case_id, e.decided_by into erased, approver from erasure e
    where e.id = request and e.state = 'APPROVED' and e.decided_by <> e.asked_by and (
        select count(distinct d.decided_by) >= 2 and max(d.decided_at) <= clock_timestamp() - interval '1 hour'
        from decision d where d.kind = 'ERASURE' and d.subject_id = request and d.id = any (signed));
    if erased is null then
        raise exception 'two people must agree to erase a case, and an hour must pass' using errcode = 'insufficient_privilege';
    end if;
    delete from case_key where case_id = erased;
    delete from person_index where case_id = erased;
    update device set number_tag = null where case_id = erased and number_tag is not null;
    update risk_block set lifted_at = clock_timestamp() where case_id = erased and lifted_at is null;
    update risk_alert set state = 'RESOLVED', lapsed_at = clock_timestamp()
    where case_id = erased and closed_at is null and lapsed_at is null;
    update erasure set state = 'CARRIED_OUT' where id = request;
    update case_file
    set destination = '', country = '', erasure_due = null, erased_at = clock_timestamp(),
        closed_at = coalesce(closed_at, clock_timestamp()), closed_by = coalesce(closed_by, approver),
        close_reason = coalesce(close_reason, 'OTHER')
    where id = erased;
end
$$;

grant execute on function erase_case(uuid, uuid[]) to durumi_erase;

-- The functions work behind the wall, as the owner of the tables.
create policy owner on case_key to durumi_owner using (true);
create policy owner on person_index to durumi_owner using (true);
create policy owner on erasure to durumi_owner using (true);
create policy owner on decision for select to durumi_owner using (true);
create policy owner_erases on case_file for update to durumi_owner using (true);
create policy owner on device to durumi_owner using (true);
create policy owner on risk_block to durumi_owner using (true);
create policy owner on risk_alert to durumi_owner using (true);

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
