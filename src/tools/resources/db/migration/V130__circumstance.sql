-- Circumstances of which nothing stands in clear but their kind: whom they concern is sealed too. A correction is a row of its own,
-- which strikes the one it corrects; rows are never deleted.
create domain circumstance_kind as text check (value in ('INCIDENT', 'DETENTION', 'INTERVENTION', 'POSTING'));

create or replace function are_access_groups(words varchar[]) returns boolean
    language sql immutable as
$$
select is_plain_list(words) and words <@ array[
    'CASE', 'ASSIGNMENT', 'PARTICIPANT', 'NAME', 'JOURNEY', 'CONFIRMATION', 'ATTEMPT', 'LEG', 'DEVICE', 'VULNERABILITY', 'INCIDENT',
    'DETENTION', 'INTERVENTION', 'POSTING', 'CONSENT', 'QUOTE', 'BROKER', 'NORM_PRICE', 'CLAIM', 'SOURCE', 'RISK', 'RISK_FACTS',
    'ALERT', 'WAIVER', 'SUMMARY', 'LOG', 'SESSION', 'TEAM', 'KEY']::varchar[]
$$;

create table circumstance (
    id           uuid              primary key,
    case_id      uuid              not null references case_file,
    kind         circumstance_kind not null,
    -- The row with which it began; its own, if it corrects nothing.
    original     uuid              not null references circumstance,
    replaces     uuid              unique references circumstance,
    sealed       bytea             not null,
    sealed_state bytea             not null,
    recorded_by  subject           not null,
    recorded_at  timestamptz       not null,
    confirmation confirmation      not null,
    decided_by   subject,
    decided_at   timestamptz,
    struck_by    subject,
    struck_at    timestamptz,
    version      integer           not null,
    check ((replaces is null) = (original = id)),
    check ((decided_by is null) = (decided_at is null) and (struck_by is null) = (struck_at is null)),
    check (decided_by is null or decided_by <> recorded_by)
);

create index circumstance_of_case on circumstance (case_id);
create unique index circumstance_standing on circumstance (original) where struck_at is null;
create index circumstance_waiting on circumstance (recorded_at) where confirmation = 'WAITING' and struck_at is null;

create trigger circumstance_kept before update on circumstance for each row execute function is_corrected_by_another();

grant select, insert, update on circumstance to durumi_app;
call guard_by_case('circumstance');
call may_be_resealed('circumstance');
