-- Notes and the contact log of a case: one kind of row, whose kind is sealed with everything else. A change is a row of its own, which
-- strikes the one it takes the place of; so is what somebody adds to a note, which names the row with which the note began.
create or replace function are_access_groups(words varchar[]) returns boolean
    language sql immutable as
$$
select is_plain_list(words) and words <@ array[
    'CASE', 'ASSIGNMENT', 'PARTICIPANT', 'NAME', 'JOURNEY', 'CONFIRMATION', 'ATTEMPT', 'LEG', 'DEVICE', 'VULNERABILITY', 'INCIDENT',
    'DETENTION', 'INTERVENTION', 'POSTING', 'BACKGROUND', 'NEED', 'RELATIONSHIP', 'RELATIVE', 'GROUP', 'SAFE_CONTACT', 'CONSENT', 'QUOTE',
    'BROKER', 'NORM_PRICE', 'CLAIM', 'SOURCE', 'CHECK_IN', 'CODE_WORD', 'NOTE', 'RISK', 'RISK_FACTS', 'ALERT', 'WAIVER', 'LINK', 'SUMMARY', 'LOG', 'SESSION',
    'TEAM', 'KEY']::varchar[]
$$;

create table note (
    id           uuid         primary key,
    case_id      uuid         not null references case_file,
    -- The row with which it began; its own, if it changes nothing.
    original     uuid         not null references note,
    replaces     uuid         unique references note,
    -- The first row of the note to which it adds something.
    addendum_to  uuid         references note,
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
    check (addendum_to is null or replaces is null and addendum_to <> id),
    check ((decided_by is null) = (decided_at is null) and (struck_by is null) = (struck_at is null))
);

create index note_of_case on note (case_id, recorded_at);
create unique index note_standing on note (original) where struck_at is null;

create trigger note_kept before update on note for each row execute function is_corrected_by_another();

grant select, insert, update on note to durumi_app;
call guard_by_case('note');
call may_be_resealed('note');
