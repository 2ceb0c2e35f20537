-- Who or what says something, under a code name that each team counts for itself: of a team, not of a case. What is known of a
-- source is sealed under the organisation's key; a correction is a row of its own. The same link is found by its keyed hash.
create table source (
    id          uuid        primary key,
    original    uuid        not null references source,
    replaces    uuid        unique references source,
    number      integer     not null check (number >= 1),
    team_id     uuid        not null references team,
    link_hash   bytea       check (length(link_hash) = 32),
    sealed      bytea       not null,
    added_by    subject     not null,
    added_at    timestamptz not null,
    struck_by   subject,
    struck_at   timestamptz,
    -- Of the application, over all of the above.
    mac         bytea       not null check (length(mac) = 32),
    version     integer     not null,
    check ((replaces is null) = (original = id)),
    check ((struck_by is null) = (struck_at is null))
);

create unique index source_standing on source (original) where struck_at is null;
create unique index source_number on source (team_id, number) where struck_at is null;
create index source_of_team on source (team_id, number desc);
create index source_of_original on source (original);
create index source_by_link on source (team_id, link_hash) where link_hash is not null;

create function source_is_kept() returns trigger
    language plpgsql as
$$
begin
    if to_jsonb(new) - array ['struck_by', 'struck_at', 'mac', 'version']
        is distinct from to_jsonb(old) - array ['struck_by', 'struck_at', 'mac', 'version']
        or old.struck_at is not null
    then
        raise exception 'source is struck, never overwritten' using errcode = 'insufficient_privilege';
    end if;
    return new;
end
$$;

create trigger source_kept
    before update on source
    for each row execute function source_is_kept();

-- What a source says about a case. What it says, and what was decided about it, is sealed under the key of the case.
create table claim (
    id           uuid         primary key,
    case_id      uuid         not null references case_file,
    source_id    uuid         not null references source,
    -- The row with which it began; its own, if it corrects nothing.
    original     uuid         not null references claim,
    replaces     uuid         unique references claim,
    sealed       bytea        not null,
    sealed_state bytea        not null,
    recorded_by  subject      not null,
    recorded_at  timestamptz  not null,
    confirmation confirmation not null,
    decided_by   subject,
    decided_at   timestamptz,
    struck_by    subject,
    struck_at    timestamptz,
    version      integer      not null,
    check ((replaces is null) = (original = id)),
    check ((decided_by is null) = (decided_at is null) and (struck_by is null) = (struck_at is null)),
    unique (id, case_id)
);

create index claim_of_case on claim (case_id, recorded_at);
create index claim_of_source on claim (source_id);
create unique index claim_standing on claim (original) where struck_at is null;

-- How one claim stands to another, whatever is corrected of the two.
create table claim_relation (
    id           uuid         primary key,
    case_id      uuid         not null references case_file,
    from_claim   uuid         not null,
    to_claim     uuid         not null,
    replaces     uuid         unique references claim_relation,
    sealed       bytea        not null,
    sealed_state bytea        not null,
    recorded_by  subject      not null,
    recorded_at  timestamptz  not null,
    confirmation confirmation not null,
    decided_by   subject,
    decided_at   timestamptz,
    struck_by    subject,
    struck_at    timestamptz,
    version      integer      not null,
    foreign key (from_claim, case_id) references claim (id, case_id),
    foreign key (to_claim, case_id) references claim (id, case_id),
    check (from_claim <> to_claim),
    check ((decided_by is null) = (decided_at is null) and (struck_by is null) = (struck_at is null))
);

create index claim_relation_of_case on claim_relation (case_id, recorded_at);
create unique index claim_relation_once on claim_relation (least(from_claim, to_claim), greatest(from_claim, to_claim))
    where struck_at is null;

create trigger claim_kept before update on claim for each row execute function is_corrected_by_another();
create trigger claim_relation_kept before update on claim_relation for each row execute function is_corrected_by_another();

grant select, insert, update on source, claim, claim_relation to durumi_app;
call guard_by_case('claim');
call guard_by_case('claim_relation');
call may_be_resealed('claim');
call may_be_resealed('claim_relation');
