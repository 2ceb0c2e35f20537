-- Files of a case. What one shows, its kind and its exact size are sealed; in clear stands how much room it takes, filled up, because
-- the database adds that up. Content lies in chunks, each sealed beside its place, so that none can be moved, repeated or left out.
-- Chunks are written once, with their file.
create or replace function are_access_groups(words varchar[]) returns boolean
    language sql immutable as
$$
select is_plain_list(words) and words <@ array[
    'CASE', 'ASSIGNMENT', 'PARTICIPANT', 'NAME', 'JOURNEY', 'CONFIRMATION', 'ATTEMPT', 'LEG', 'DEVICE', 'VULNERABILITY', 'INCIDENT',
    'DETENTION', 'INTERVENTION', 'POSTING', 'BACKGROUND', 'NEED', 'RELATIONSHIP', 'RELATIVE', 'GROUP', 'SAFE_CONTACT', 'CONSENT', 'QUOTE',
    'BROKER', 'NORM_PRICE', 'CLAIM', 'SOURCE', 'CHECK_IN', 'CODE_WORD', 'NOTE', 'TASK', 'FILE', 'RISK', 'RISK_FACTS', 'ALERT', 'WAIVER', 'LINK',
    'SUMMARY', 'LOG', 'SESSION', 'TEAM', 'KEY']::varchar[]
$$;

create table attachment (
    id           uuid         primary key,
    case_id      uuid         not null references case_file,
    stored       bigint       not null check (stored > 0),
    sealed       bytea        not null,
    sealed_state bytea        not null,
    recorded_by  subject      not null,
    recorded_at  timestamptz  not null,
    confirmation confirmation not null,
    decided_by   subject,
    decided_at   timestamptz,
    replaces     uuid check (replaces is null),
    struck_by    subject,
    struck_at    timestamptz,
    version      integer      not null,
    unique (id, case_id),
    check ((decided_by is null) = (decided_at is null) and (struck_by is null) = (struck_at is null))
);

create index attachment_of_case on attachment (case_id, recorded_at);

create trigger attachment_kept before update on attachment for each row execute function is_corrected_by_another();

create table attachment_chunk (
    id      uuid    primary key,
    case_id uuid    not null references case_file,
    file    uuid    not null,
    part    integer not null check (part >= 0),
    number  integer not null check (number >= 0),
    sealed  bytea   not null,
    unique (file, part, number),
    foreign key (file, case_id) references attachment (id, case_id)
);

create index attachment_chunk_of_case on attachment_chunk (case_id);

-- What is sealed does not get smaller by compressing it.
alter table attachment_chunk alter column sealed set storage external;

grant select, insert, update on attachment to durumi_app;
grant select, insert on attachment_chunk to durumi_app;
call guard_by_case('attachment');
call guard_by_case('attachment_chunk');
call may_be_resealed('attachment');
call may_be_resealed('attachment_chunk');

-- How much room the files of all cases take. It looks behind the wall, as the owner of the tables, and tells a sum.
create policy owner on attachment for select to durumi_owner using (true);

create function room_taken_by_files() returns bigint
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as
$$
select coalesce(sum(stored), 0)::bigint from attachment
$$;

grant execute on function room_taken_by_files() to durumi_app;
