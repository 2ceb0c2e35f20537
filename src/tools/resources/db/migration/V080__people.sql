-- The names of participants, sealed with the key of the case: the name, its script and kind, the year of birth that goes with it.
create table person_name (
    id             uuid        primary key,
    case_id        uuid        not null references case_file,
    participant_id uuid        not null references participant,
    sealed         bytea       not null,
    sealed_state   bytea       not null,
    recorded_by    subject     not null,
    recorded_at    timestamptz not null,
    struck_by      subject,
    struck_at      timestamptz,
    version        integer     not null,
    check ((struck_by is null) = (struck_at is null))
);

create index person_name_of_case on person_name (case_id, participant_id, recorded_at);

-- Nothing recorded is overwritten: a name may only be struck, once.
create function person_name_is_kept() returns trigger
    language plpgsql as
$$
begin
    if old.struck_at is not null
        or to_jsonb(new) - array ['struck_by', 'struck_at', 'sealed_state', 'version']
            is distinct from to_jsonb(old) - array ['struck_by', 'struck_at', 'sealed_state', 'version']
    then
        raise exception 'person_name is corrected by another name, never overwritten' using errcode = 'insufficient_privilege';
    end if;
    return new;
end
$$;

create trigger person_name_kept
    before update on person_name
    for each row execute function person_name_is_kept();

-- Where a name may be found again: the first bits of a keyed hash of its sound. Many names share a tag, so that a tag names
-- nobody; docs/decisions/0016 says how many.
create table person_index (
    id      uuid    primary key,
    case_id uuid    not null references case_file,
    name_id uuid    not null references person_name,
    tag     integer not null check (tag between 0 and 1023)
);

create index person_index_by_tag on person_index (tag);
create index person_index_of_name on person_index (name_id);

grant select, insert, update on person_name to durumi_app;
grant select, insert on person_index to durumi_app;
