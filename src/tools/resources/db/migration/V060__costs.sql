-- What one person usually pays on a route. Belongs to no case; prices are never changed, a norm only ends. Regions and
-- source are sealed under the organisation's key.
create table norm_price (
    id            uuid           primary key,
    route         route_kind     not null,
    low           numeric(19, 4) not null check (low > 0),
    typical       numeric(19, 4) check (typical >= low),
    high          numeric(19, 4) check (high >= coalesce(typical, low)),
    currency      currency       not null,
    upfront_share integer        check (upfront_share between 0 and 100),
    valid_from    date           not null,
    valid_until   date           check (valid_until >= valid_from),
    sealed        bytea          not null,
    entered_by    text           not null,
    entered_at    timestamptz    not null,
    replaces      uuid           references norm_price,
    struck_by     text,
    struck_at     timestamptz,
    check ((struck_by is null) = (struck_at is null)),
    -- Of the application, over all of the above.
    mac           bytea          not null check (length(mac) = 32),
    version       integer        not null
);

create index norm_price_by_route on norm_price (route, currency, valid_from desc) where struck_at is null;

-- Brokers under code names, which each team counts for itself. They belong to a team, not to a case.
create table broker (
    id                 uuid          primary key,
    number             integer       not null,
    team_id            uuid          not null references team,
    kind               broker_kind   not null,
    introduced_by      introduced_by not null,
    vetting            vetting       not null,
    -- The first of the two supervisors whom a blacklisting takes.
    blacklist_asked_by text,
    added_by           text          not null,
    added_at           timestamptz   not null,
    vetted_by          text,
    vetted_at          timestamptz,
    -- Of the application, over all of the above.
    mac                bytea         not null check (length(mac) = 32),
    version            integer       not null,
    unique (team_id, number),
    check ((vetted_by is null) = (vetted_at is null)),
    check (vetted_by is null or vetted_by <> added_by),
    check (vetting <> 'BLACKLISTED' or blacklist_asked_by is not null and blacklist_asked_by <> vetted_by)
);

alter table stage_entry add constraint stage_entry_broker foreign key (broker_id) references broker;
create index stage_entry_of_broker on stage_entry (broker_id) where broker_id is not null;

-- Price, people, days and the norm of the day are sealed under the key of the case.
create table quote (
    id           uuid        primary key,
    case_id      uuid        not null references case_file,
    broker_id    uuid        not null references broker,
    state        quote_state not null,
    recorded_by  subject     not null,
    recorded_at  timestamptz not null,
    decided_by   subject,
    decided_at   timestamptz,
    sealed       bytea       not null,
    sealed_state bytea       not null,
    version      integer     not null,
    check ((decided_by is null) = (decided_at is null) and (decided_by is null) = (state = 'OPEN'))
);

create index quote_of_case on quote (case_id, recorded_at desc);
create index quote_of_broker on quote (broker_id) where state in ('OPEN', 'ACCEPTED');

-- What was quoted, and against which norm, stays: only the decision may be added.
create function quote_is_kept() returns trigger
    language plpgsql as
$$
begin
    if to_jsonb(new) - array ['state', 'decided_by', 'decided_at', 'sealed_state', 'version']
        is distinct from to_jsonb(old) - array ['state', 'decided_by', 'decided_at', 'sealed_state', 'version']
    then
        raise exception 'quote is decided, never overwritten' using errcode = 'insufficient_privilege';
    end if;
    return new;
end
$$;

create trigger quote_kept
    before update on quote
    for each row execute function quote_is_kept();

grant select, insert, update on norm_price, broker, quote to durumi_app;
