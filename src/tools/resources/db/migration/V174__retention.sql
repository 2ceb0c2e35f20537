-- Until when a closed case is kept: of several rows the last counts. Why is sealed.
create table retention (
    id          uuid        primary key,
    case_id     uuid        not null references case_file,
    keep_until  date        not null,
    sealed      bytea       not null,
    recorded_by subject     not null,
    recorded_at timestamptz not null,
    version     integer     not null
);

create index retention_of_case on retention (case_id, recorded_at);
create index retention_due on retention (keep_until);

grant select, insert on retention to durumi_app;
call guard_by_case('retention');
call may_be_resealed('retention');

-- A case must be kept for a court or an inquiry. Why, and why no longer, is sealed.
create table legal_hold (
    id           uuid        primary key,
    case_id      uuid        not null references case_file,
    sealed       bytea       not null,
    sealed_state bytea       not null,
    recorded_by  subject     not null,
    recorded_at  timestamptz not null,
    lifted_by    subject,
    lifted_at    timestamptz,
    version      integer     not null,
    check ((lifted_by is null) = (lifted_at is null))
);

create index legal_hold_of_case on legal_hold (case_id, recorded_at);
create unique index legal_hold_once on legal_hold (case_id) where lifted_at is null;

create function legal_hold_is_kept() returns trigger
    language plpgsql as
$$
begin
    if old.lifted_at is not null
        or to_jsonb(new) - array ['lifted_by', 'lifted_at', 'sealed_state', 'version']
            is distinct from to_jsonb(old) - array ['lifted_by', 'lifted_at', 'sealed_state', 'version']
    then
        raise exception 'legal_hold is lifted, never overwritten' using errcode = 'insufficient_privilege';
    end if;
    return new;
end
$$;

create trigger legal_hold_kept
    before update on legal_hold
    for each row execute function legal_hold_is_kept();

grant select, insert, update on legal_hold to durumi_app;
call guard_by_case('legal_hold');
call may_be_resealed('legal_hold');
create policy owner on legal_hold for select to durumi_owner using (true);
grant select (case_id, lifted_at) on legal_hold to durumi_erase;
create policy erases on legal_hold for select to durumi_erase using (true);

-- What is held is not erased, whoever has agreed to it.
alter function erase_case(uuid, uuid[]) rename to erase_unheld_case;
revoke execute on function erase_unheld_case(uuid, uuid[]) from durumi_erase, public;

create function erase_case(request uuid, signed uuid[]) returns void
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as
$$
begin
    if exists (select from erasure e join legal_hold h on h.case_id = e.case_id
               where e.id = request and h.lifted_at is null)
    then
        raise exception 'a case that is held is not erased' using errcode = 'insufficient_privilege';
    end if;
    perform erase_unheld_case(request, signed);
end
$$;

revoke execute on function erase_case(uuid, uuid[]) from public;
grant execute on function erase_case(uuid, uuid[]) to durumi_erase;

-- A closing says who opened the case again, and when; why is sealed.
alter table closure add column reopened_by subject, add column reopened_at timestamptz,
    add check ((reopened_by is null) = (reopened_at is null));

create or replace function closure_is_kept() returns trigger
    language plpgsql as
$$
declare
    changing constant text[] :=
        array ['state', 'decided_by', 'decided_at', 'reopened_by', 'reopened_at', 'sealed_state', 'version'];
begin
    if old.reopened_at is not null or to_jsonb(new) - changing is distinct from to_jsonb(old) - changing
    then
        raise exception 'closure is decided, never overwritten' using errcode = 'insufficient_privilege';
    end if;
    return new;
end
$$;
