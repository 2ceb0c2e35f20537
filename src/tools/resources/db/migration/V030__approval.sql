-- A supervisor lets something pass that a rule would refuse. It holds for exactly the content that was seen.
create table waiver (
    id           uuid           primary key,
    case_id      uuid           not null,
    subject      waiver_subject not null,
    subject_id   uuid           not null,
    rules        text[]         not null,
    -- The reason and the hash of what was seen, sealed with the key of the case; then that it was not used, or by whom.
    sealed       bytea          not null,
    sealed_state bytea          not null,
    recorded_by  subject        not null,
    recorded_at  timestamptz    not null,
    used_by      subject,
    used_at      timestamptz,
    version      integer        not null,
    check ((used_by is null) = (used_at is null)),
    -- Who lets something pass does not do it.
    check (used_by <> recorded_by)
);

create index waiver_by_subject on waiver (subject, subject_id, recorded_at desc);
create index waiver_by_case on waiver (case_id, recorded_at desc);

-- What was waived, why and by whom stays: a waiver can only be used up, once.
create function waiver_is_kept() returns trigger
    language plpgsql as
$$
begin
    if old.used_at is not null
        or to_jsonb(new) - array ['used_by', 'used_at', 'sealed_state', 'version'] is distinct from to_jsonb(old) - array ['used_by', 'used_at', 'sealed_state', 'version']
    then
        raise exception 'waiver is used once, never overwritten' using errcode = 'insufficient_privilege';
    end if;
    return new;
end
$$;

create trigger waiver_kept
    before update on waiver
    for each row execute function waiver_is_kept();

grant select, insert, update on waiver to durumi_app;
