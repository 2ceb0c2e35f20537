-- What is known of the participants' ways. A later reading replaces the row and keeps who recorded it; rows are never deleted.
-- Texts, names of places and the words of dates are sealed under the key of the case.
create table attempt (
    id                 uuid            primary key,
    case_id            uuid            not null references case_file,
    participant_id     uuid            not null references participant,
    number             integer         not null check (number >= 1),
    happened_earliest  date            not null,
    happened_latest    date            not null,
    happened_precision date_precision  not null,
    happened_qualifier date_qualifier  not null,
    outcome            attempt_outcome not null,
    sealed             bytea           not null,
    recorded_by        text            not null,
    recorded_at        timestamptz     not null,
    version            integer         not null,
    unique (participant_id, number)
);

create index attempt_of_case on attempt (case_id);

-- Of a phone number only ten bits of its keyed hash, under which it can be looked for: each tag is shared by a thousandth of all
-- numbers. The whole hash and the last three digits are sealed.
create table device (
    id                    uuid           primary key,
    case_id               uuid           not null references case_file,
    participant_id        uuid           not null references participant,
    number_tag            integer        check (number_tag between 0 and 1023),
    police_registered     answer         not null,
    carried               answer         not null,
    left_behind           boolean        not null,
    advice_given          boolean        not null,
    taken_by_household    boolean        not null,
    taken_from_earliest   date           not null,
    taken_from_latest     date           not null,
    taken_from_precision  date_precision not null,
    taken_from_qualifier  date_qualifier not null,
    taken_until_earliest  date           not null,
    taken_until_latest    date           not null,
    taken_until_precision date_precision not null,
    taken_until_qualifier date_qualifier not null,
    sealed                bytea          not null,
    recorded_by           text           not null,
    recorded_at           timestamptz    not null,
    version               integer        not null,
    check (not (left_behind and carried = 'YES'))
);

create index device_of_case on device (case_id);
create index device_by_number on device (number_tag) where number_tag is not null;

create table vulnerability (
    id              uuid               primary key,
    case_id         uuid               not null references case_file,
    participant_id  uuid               not null references participant,
    kind            vulnerability_kind not null,
    since_earliest  date               not null,
    since_latest    date               not null,
    since_precision date_precision     not null,
    since_qualifier date_qualifier     not null,
    until_earliest  date               not null,
    until_latest    date               not null,
    until_precision date_precision     not null,
    until_qualifier date_qualifier     not null,
    sealed          bytea              not null,
    recorded_by     text               not null,
    recorded_at     timestamptz        not null,
    version         integer            not null
);

create index vulnerability_of_case on vulnerability (case_id);

create table leg (
    id                uuid           primary key,
    case_id           uuid           not null references case_file,
    travellers        uuid[]         not null check (cardinality(travellers) >= 1),
    from_country      country        not null,
    to_country        country        not null,
    means             means          not null,
    border            border         not null,
    left_earliest     date           not null,
    left_latest       date           not null,
    left_precision    date_precision not null,
    left_qualifier    date_qualifier not null,
    arrived_earliest  date           not null,
    arrived_latest    date           not null,
    arrived_precision date_precision not null,
    arrived_qualifier date_qualifier not null,
    days              integer        check (days between 0 and 366),
    id_checks         integer        check (id_checks between 0 and 99),
    state             leg_state      not null,
    sealed            bytea          not null,
    recorded_by       text           not null,
    recorded_at       timestamptz    not null,
    version           integer     not null,
    unique (id, case_id)
);

create index leg_of_case on leg (case_id);

-- An entry of a journey names only a leg of its own case.
alter table stage_entry add constraint stage_entry_leg foreign key (leg_id, case_id) references leg (id, case_id);

grant select, insert, update on attempt, device, vulnerability, leg to durumi_app;
