-- What is known of the participants' ways. A correction is a row of its own, which strikes the one it corrects; rows are never
-- deleted. Everything said is sealed under the key of the case, beside what stands in clear.

create table attempt (
    id             uuid         primary key,
    case_id        uuid         not null references case_file,
    participant_id uuid         not null references participant,
    number         integer      not null check (number >= 1),
    -- The row with which it began; its own, if it corrects nothing.
    original       uuid         not null references attempt,
    replaces       uuid         unique references attempt,
    sealed         bytea        not null,
    sealed_state   bytea        not null,
    recorded_by    subject      not null,
    recorded_at    timestamptz  not null,
    confirmation   confirmation not null,
    decided_by     subject,
    decided_at     timestamptz,
    struck_by      subject,
    struck_at      timestamptz,
    version        integer      not null,
    check ((replaces is null) = (original = id)),
    check ((decided_by is null) = (decided_at is null) and (struck_by is null) = (struck_at is null)),
    check (decided_by is null or decided_by <> recorded_by)
);

create index attempt_of_case on attempt (case_id);
create unique index attempt_standing on attempt (original) where struck_at is null;
create index attempt_waiting on attempt (recorded_at) where confirmation = 'WAITING' and struck_at is null;
create unique index attempt_number on attempt (participant_id, number) where struck_at is null;

-- Of a phone number only ten bits of its keyed hash, under which it can be looked for: each tag is shared by a thousandth of all
-- numbers. The whole hash and the last three digits are sealed.
create table device (
    id             uuid         primary key,
    case_id        uuid         not null references case_file,
    participant_id uuid         not null references participant,
    number_tag     integer      check (number_tag between 0 and 1023),
    original       uuid         not null references device,
    replaces       uuid         unique references device,
    sealed         bytea        not null,
    sealed_state   bytea        not null,
    recorded_by    subject      not null,
    recorded_at    timestamptz  not null,
    confirmation   confirmation not null,
    decided_by     subject,
    decided_at     timestamptz,
    struck_by      subject,
    struck_at      timestamptz,
    version        integer      not null,
    check ((replaces is null) = (original = id)),
    check ((decided_by is null) = (decided_at is null) and (struck_by is null) = (struck_at is null)),
    check (decided_by is null or decided_by <> recorded_by)
);

create index device_of_case on device (case_id);
create unique index device_standing on device (original) where struck_at is null;
create index device_waiting on device (recorded_at) where confirmation = 'WAITING' and struck_at is null;
create index device_by_number on device (number_tag) where number_tag is not null;

create table vulnerability (
    id             uuid         primary key,
    case_id        uuid         not null references case_file,
    participant_id uuid         not null references participant,
    original       uuid         not null references vulnerability,
    replaces       uuid         unique references vulnerability,
    sealed         bytea        not null,
    sealed_state   bytea        not null,
    recorded_by    subject      not null,
    recorded_at    timestamptz  not null,
    confirmation   confirmation not null,
    decided_by     subject,
    decided_at     timestamptz,
    struck_by      subject,
    struck_at      timestamptz,
    version        integer      not null,
    check ((replaces is null) = (original = id)),
    check ((decided_by is null) = (decided_at is null) and (struck_by is null) = (struck_at is null)),
    check (decided_by is null or decided_by <> recorded_by)
);

create index vulnerability_of_case on vulnerability (case_id);
create unique index vulnerability_standing on vulnerability (original) where struck_at is null;
create index vulnerability_waiting on vulnerability (recorded_at) where confirmation = 'WAITING' and struck_at is null;

-- Who travels it is sealed too. Its state changes when somebody leaves, and is sealed apart from what was said.
create table leg (
    id             uuid         primary key,
    case_id        uuid         not null references case_file,
    original       uuid         not null references leg,
    replaces       uuid         unique references leg,
    sealed         bytea        not null,
    sealed_state   bytea        not null,
    recorded_by    subject      not null,
    recorded_at    timestamptz  not null,
    confirmation   confirmation not null,
    decided_by     subject,
    decided_at     timestamptz,
    struck_by      subject,
    struck_at      timestamptz,
    version        integer      not null,
    check ((replaces is null) = (original = id)),
    check ((decided_by is null) = (decided_at is null) and (struck_by is null) = (struck_at is null)),
    check (decided_by is null or decided_by <> recorded_by),
    unique (id, case_id)
);

create index leg_of_case on leg (case_id);
create unique index leg_standing on leg (original) where struck_at is null;
create index leg_waiting on leg (recorded_at) where confirmation = 'WAITING' and struck_at is null;

-- An entry of a journey names only a leg of its own case.
alter table stage_entry add constraint stage_entry_leg foreign key (leg_id, case_id) references leg (id, case_id);

create trigger attempt_kept before update on attempt for each row execute function is_corrected_by_another();
create trigger device_kept before update on device for each row execute function is_corrected_by_another();
create trigger vulnerability_kept before update on vulnerability for each row execute function is_corrected_by_another();
create trigger leg_kept before update on leg for each row execute function is_corrected_by_another();

grant select, insert, update on attempt, device, vulnerability, leg to durumi_app;
