-- A supervisor took somebody out of a case, by mistake in it or into a case of their own. Why, and where they went, is sealed; what was
-- recorded of them stays. They may be put in again.
create table taken_out (
    id             uuid        primary key,
    case_id        uuid        not null references case_file,
    participant_id uuid        not null references participant,
    recorded_by    subject     not null,
    recorded_at    timestamptz not null,
    put_back_by    subject,
    put_back_at    timestamptz,
    sealed         bytea       not null,
    sealed_state   bytea       not null,
    version        integer     not null,
    check ((put_back_by is null) = (put_back_at is null))
);

create unique index taken_out_once on taken_out (participant_id) where put_back_at is null;
create index taken_out_of_case on taken_out (case_id, recorded_at desc);

create function taken_out_is_kept() returns trigger
    language plpgsql as
$$
begin
    if old.put_back_at is not null
        or to_jsonb(new) - array ['put_back_by', 'put_back_at', 'sealed_state', 'version']
            is distinct from to_jsonb(old) - array ['put_back_by', 'put_back_at', 'sealed_state', 'version']
    then
        raise exception 'taken_out is taken back, never overwritten' using errcode = 'insufficient_privilege';
    end if;
    return new;
end
$$;

create trigger taken_out_kept
    before update on taken_out
    for each row execute function taken_out_is_kept();

-- By which act somebody is out; none while they are in the case. Sealed with where they stand, so that nobody else takes them out.
alter table participant add column taken_out uuid references taken_out;

-- A case was split off from another. Which, and why, is sealed.
create table split_off (
    id          uuid        primary key,
    case_id     uuid        not null unique references case_file,
    recorded_by subject     not null,
    recorded_at timestamptz not null,
    sealed      bytea       not null,
    version     integer     not null
);

grant select, insert, update on taken_out to durumi_app;
grant select, insert on split_off to durumi_app;
call guard_by_case('taken_out');
call guard_by_case('split_off');
call may_be_resealed('taken_out');
call may_be_resealed('split_off');

-- A caseworker opens a case for their own team; a supervisor opens one for theirs, when they split another.
drop policy app_insert on case_file;
create policy app_insert on case_file for insert to durumi_app
    with check (team_id = nullif(current_setting('app.team', true), '')::uuid
        or opened_by = current_setting('app.user', true)
            and team_id = (select team_id from membership where user_id = current_setting('app.user', true) and until is null));
