-- The keys of the cases, wrapped by a key that is not in this database. Without its row, the texts of a case are gone.
create table case_key (
    id          uuid        primary key,
    case_id     uuid        not null,
    version     integer     not null check (version >= 1),
    kek_version integer     not null check (kek_version >= 1),
    wrapped     bytea       not null,
    created_at  timestamptz not null,
    unique (case_id, version)
);

grant select, insert on case_key to durumi_app;

-- The key for texts that belong to no case.
create table organisation_key (
    version     integer     primary key check (version >= 1),
    kek_version integer     not null check (kek_version >= 1),
    wrapped     bytea       not null,
    created_at  timestamptz not null
);

grant select, insert on organisation_key to durumi_app;
