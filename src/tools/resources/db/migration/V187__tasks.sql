-- Tasks of a case. In clear stand the day by which one is due, who is to see to it and what became of it: lists of what is due over all cases
-- of somebody look for these. Both sealed parts are bound to them, as the MAC of a row of another kind is: what somebody changes of them
-- in the database makes the task unreadable, and is told of.
create domain task_state as text check (value in ('OPEN', 'DONE', 'NOT_POSSIBLE', 'ENDED'));

create or replace function are_access_groups(words varchar[]) returns boolean
    language sql immutable as
$$
select is_plain_list(words) and words <@ array[
    'CASE', 'ASSIGNMENT', 'PARTICIPANT', 'NAME', 'JOURNEY', 'CONFIRMATION', 'ATTEMPT', 'LEG', 'DEVICE', 'VULNERABILITY', 'INCIDENT',
    'DETENTION', 'INTERVENTION', 'POSTING', 'BACKGROUND', 'NEED', 'RELATIONSHIP', 'RELATIVE', 'GROUP', 'SAFE_CONTACT', 'CONSENT', 'QUOTE',
    'BROKER', 'NORM_PRICE', 'CLAIM', 'SOURCE', 'CHECK_IN', 'CODE_WORD', 'NOTE', 'TASK', 'RISK', 'RISK_FACTS', 'ALERT', 'WAIVER', 'LINK', 'SUMMARY', 'LOG',
    'SESSION', 'TEAM', 'KEY']::varchar[]
$$;

create table task (
    id           uuid        primary key,
    case_id      uuid        not null references case_file,
    due          date        not null,
    -- Nobody: everybody who works on the case.
    assignee     subject,
    state        task_state  not null,
    settled_by   subject,
    settled_at   timestamptz,
    sealed       bytea       not null,
    sealed_state bytea       not null,
    recorded_by  subject     not null,
    recorded_at  timestamptz not null,
    version      integer     not null,
    check ((settled_by is null) = (settled_at is null) and (settled_by is null) = (state = 'OPEN'))
);

create index task_of_case on task (case_id);
create index task_due on task (due) where state = 'OPEN';

-- What is settled stays settled, and nothing else of a task changes.
create function is_settled_once() returns trigger
    language plpgsql as
$$
declare
    changing text[] := array ['state', 'settled_by', 'settled_at', 'sealed_state', 'version'];
begin
    if old.state <> 'OPEN' or to_jsonb(new) - changing is distinct from to_jsonb(old) - changing then
        raise exception 'a task is settled once, and not changed' using errcode = 'insufficient_privilege';
    end if;
    return new;
end
$$;

create trigger task_kept before update on task for each row execute function is_settled_once();

grant select, insert, update on task to durumi_app;
call guard_by_case('task');
call may_be_resealed('task');
