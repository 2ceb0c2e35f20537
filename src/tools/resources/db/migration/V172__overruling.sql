-- How sure somebody is of an entry of a journey, whatever its claims say: of several rows the last counts.
create table overruling (
    id          uuid        primary key,
    case_id     uuid        not null references case_file,
    entry_id    uuid        not null references stage_entry,
    sealed      bytea       not null,
    recorded_by subject     not null,
    recorded_at timestamptz not null,
    version     integer     not null
);

create index overruling_of_case on overruling (case_id, recorded_at);

grant select, insert on overruling to durumi_app;
call guard_by_case('overruling');
call may_be_resealed('overruling');
