-- What is known of the participants' ways. A later reading replaces the row and keeps who recorded it; rows are never deleted.
-- Texts, names of places and the words of dates are sealed under the key of the case.
create table attempt (
    id                 uuid        primary key,
    case_id            uuid        not null references case_file,
    participant_id     uuid        not null references participant,
    number             integer     not null check (number >= 1),
    happened_earliest  date        not null,
    happened_latest    date        not null,
    happened_precision text        not null check (happened_precision in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN')),
    happened_qualifier text        not null check (happened_qualifier in ('EXACT', 'ABOUT', 'BEFORE', 'AFTER', 'EARLY', 'LATE')),
    outcome            text        not null check (outcome in ('CAUGHT_BY_HOUSEHOLD', 'CAUGHT_BY_NEIGHBOURS', 'ARRESTED', 'TURNED_BACK', 'CHEATED_BY_BROKER', 'SUCCESS')),
    sealed             bytea       not null,
    recorded_by        text        not null,
    recorded_at        timestamptz not null,
    version            integer     not null,
    unique (participant_id, number)
);

create index attempt_of_case on attempt (case_id);

-- Of a phone number only its keyed hash, whose key is not in this database, and, sealed, its last three digits.
create table device (
    id                    uuid        primary key,
    case_id               uuid        not null references case_file,
    participant_id        uuid        not null references participant,
    number_hash           text        not null check (number_hash ~ '^([0-9a-f]{64})?$'),
    police_registered     text        not null check (police_registered in ('YES', 'NO', 'UNKNOWN')),
    carried               text        not null check (carried in ('YES', 'NO', 'UNKNOWN')),
    left_behind           boolean     not null,
    advice_given          boolean     not null,
    taken_by_household    boolean     not null,
    taken_from_earliest   date        not null,
    taken_from_latest     date        not null,
    taken_from_precision  text        not null check (taken_from_precision in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN')),
    taken_from_qualifier  text        not null check (taken_from_qualifier in ('EXACT', 'ABOUT', 'BEFORE', 'AFTER', 'EARLY', 'LATE')),
    taken_until_earliest  date        not null,
    taken_until_latest    date        not null,
    taken_until_precision text        not null check (taken_until_precision in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN')),
    taken_until_qualifier text        not null check (taken_until_qualifier in ('EXACT', 'ABOUT', 'BEFORE', 'AFTER', 'EARLY', 'LATE')),
    sealed                bytea       not null,
    recorded_by           text        not null,
    recorded_at           timestamptz not null,
    version               integer     not null,
    check (not (left_behind and carried = 'YES'))
);

create index device_of_case on device (case_id);
create index device_by_number on device (number_hash) where number_hash <> '';

create table vulnerability (
    id              uuid        primary key,
    case_id         uuid        not null references case_file,
    participant_id  uuid        not null references participant,
    kind            text        not null check (kind in ('HOUSEHOLD_CONTROL')),
    since_earliest  date        not null,
    since_latest    date        not null,
    since_precision text        not null check (since_precision in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN')),
    since_qualifier text        not null check (since_qualifier in ('EXACT', 'ABOUT', 'BEFORE', 'AFTER', 'EARLY', 'LATE')),
    until_earliest  date        not null,
    until_latest    date        not null,
    until_precision text        not null check (until_precision in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN')),
    until_qualifier text        not null check (until_qualifier in ('EXACT', 'ABOUT', 'BEFORE', 'AFTER', 'EARLY', 'LATE')),
    sealed          bytea       not null,
    recorded_by     text        not null,
    recorded_at     timestamptz not null,
    version         integer     not null
);

create index vulnerability_of_case on vulnerability (case_id);

create table leg (
    id                uuid        primary key,
    case_id           uuid        not null references case_file,
    travellers        uuid[]      not null check (cardinality(travellers) >= 1),
    from_country      text        not null check (from_country ~ '^([A-Z]{2})?$'),
    to_country        text        not null check (to_country ~ '^([A-Z]{2})?$'),
    means             text        not null check (means in ('FOOT', 'TAXI', 'BUS', 'TRAIN', 'CAR', 'BOAT', 'AIR', 'OTHER', 'UNKNOWN')),
    border            text        not null check (border in ('NONE', 'LAND', 'RIVER', 'MARITIME_WEST', 'MARITIME_EAST', 'DMZ', 'AIRPORT', 'UNKNOWN')),
    left_earliest     date        not null,
    left_latest       date        not null,
    left_precision    text        not null check (left_precision in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN')),
    left_qualifier    text        not null check (left_qualifier in ('EXACT', 'ABOUT', 'BEFORE', 'AFTER', 'EARLY', 'LATE')),
    arrived_earliest  date        not null,
    arrived_latest    date        not null,
    arrived_precision text        not null check (arrived_precision in ('DAY', 'MONTH', 'YEAR', 'UNKNOWN')),
    arrived_qualifier text        not null check (arrived_qualifier in ('EXACT', 'ABOUT', 'BEFORE', 'AFTER', 'EARLY', 'LATE')),
    days              integer     check (days between 0 and 366),
    id_checks         integer     check (id_checks between 0 and 99),
    state             text        not null check (state in ('PLANNED', 'UNDER_WAY', 'DONE', 'ABORTED')),
    sealed            bytea       not null,
    recorded_by       text        not null,
    recorded_at       timestamptz not null,
    version           integer     not null,
    unique (id, case_id)
);

create index leg_of_case on leg (case_id);

-- An entry of a journey names only a leg of its own case.
alter table stage_entry add constraint stage_entry_leg foreign key (leg_id, case_id) references leg (id, case_id);

grant select, insert, update on attempt, device, vulnerability, leg to durumi_app;
