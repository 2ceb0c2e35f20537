-- What a participant agreed to, one purpose each. What it says is sealed, and so are the day and the reason of its withdrawal.
create table consent (
    id             uuid        primary key,
    case_id        uuid        not null references case_file,
    participant_id uuid        not null references participant,
    sealed         bytea       not null,
    sealed_state   bytea       not null,
    recorded_by    subject     not null,
    recorded_at    timestamptz not null,
    withdrawn_by   subject,
    withdrawn_at   timestamptz,
    version        integer     not null,
    check ((withdrawn_by is null) = (withdrawn_at is null))
);

create index consent_of_case on consent (case_id, recorded_at);
create index consent_of_participant on consent (participant_id);

-- Nothing recorded is overwritten: a consent may only be withdrawn, once.
create function consent_is_kept() returns trigger
    language plpgsql as
$$
begin
    if old.withdrawn_at is not null
        or to_jsonb(new) - array ['withdrawn_by', 'withdrawn_at', 'sealed_state', 'version']
            is distinct from to_jsonb(old) - array ['withdrawn_by', 'withdrawn_at', 'sealed_state', 'version']
    then
        raise exception 'consent is withdrawn, never overwritten' using errcode = 'insufficient_privilege';
    end if;
    return new;
end
$$;

create trigger consent_kept
    before update on consent
    for each row execute function consent_is_kept();

grant select, insert, update on consent to durumi_app;
call guard_by_case('consent');
call may_be_resealed('consent');
