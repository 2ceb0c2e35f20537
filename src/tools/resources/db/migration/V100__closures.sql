-- A supervisor closed a case, or asked another one to. Why is sealed.
create table closure (
    id           uuid          primary key,
    case_id      uuid          not null references case_file,
    close_reason close_reason  not null,
    state        closure_state not null,
    recorded_by  subject       not null,
    recorded_at  timestamptz   not null,
    decided_by   subject,
    decided_at   timestamptz,
    sealed       bytea         not null,
    sealed_state bytea         not null,
    version      integer       not null,
    check ((decided_by is null) = (decided_at is null)),
    check (state <> 'ASKED' or decided_by is null),
    -- Nobody confirms or declines what they asked for; only who asked takes it back.
    check (decided_by is null or (state = 'WITHDRAWN') = (decided_by = recorded_by))
);

create unique index closure_asked_once on closure (case_id) where state = 'ASKED';
create index closure_of_case on closure (case_id, recorded_at desc);

create function closure_is_kept() returns trigger
    language plpgsql as
$$
begin
    if to_jsonb(new) - array ['state', 'decided_by', 'decided_at', 'sealed_state', 'version']
        is distinct from to_jsonb(old) - array ['state', 'decided_by', 'decided_at', 'sealed_state', 'version']
    then
        raise exception 'closure is decided, never overwritten' using errcode = 'insufficient_privilege';
    end if;
    return new;
end
$$;

create trigger closure_kept
    before update on closure
    for each row execute function closure_is_kept();

grant select, insert, update on closure to durumi_app;
call guard_by_case('closure');
call may_be_resealed('closure');
