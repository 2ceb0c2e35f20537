-- What is known of the participants' ways. A later reading replaces the row and keeps who recorded it; rows are never deleted.
-- Everything said is sealed under the key of the case, beside what stands in clear.

create table attempt (
    id             uuid        primary key,
    case_id        uuid        not null references case_file,
    participant_id uuid        not null references participant,
    number         integer     not null check (number >= 1),
    sealed         bytea       not null,
    recorded_by    subject     not null,
    recorded_at    timestamptz not null,
    version        integer     not null,
    unique (participant_id, number)
);

create index attempt_of_case on attempt (case_id);

-- Of a phone number only ten bits of its keyed hash, under which it can be looked for: each tag is shared by a thousandth of all
-- numbers. The whole hash and the last three digits are sealed.
create table device (
    id             uuid        primary key,
    case_id        uuid        not null references case_file,
    participant_id uuid        not null references participant,
    number_tag     integer     check (number_tag between 0 and 1023),
    sealed         bytea       not null,
    recorded_by    subject     not null,
    recorded_at    timestamptz not null,
    version        integer     not null
);

create index device_of_case on device (case_id);
create index device_by_number on device (number_tag) where number_tag is not null;

create table vulnerability (
    id             uuid        primary key,
    case_id        uuid        not null references case_file,
    participant_id uuid        not null references participant,
    sealed         bytea       not null,
    recorded_by    subject     not null,
    recorded_at    timestamptz not null,
    version        integer     not null
);

create index vulnerability_of_case on vulnerability (case_id);

-- Who travels it is sealed too. Its state changes when somebody leaves, and is sealed apart from what was said.
create table leg (
    id           uuid        primary key,
    case_id      uuid        not null references case_file,
    sealed       bytea       not null,
    sealed_state bytea       not null,
    recorded_by  subject     not null,
    recorded_at  timestamptz not null,
    version      integer     not null,
    unique (id, case_id)
);

create index leg_of_case on leg (case_id);

-- An entry of a journey names only a leg of its own case.
alter table stage_entry add constraint stage_entry_leg foreign key (leg_id, case_id) references leg (id, case_id);

grant select, insert, update on attempt, device, vulnerability, leg to durumi_app;
