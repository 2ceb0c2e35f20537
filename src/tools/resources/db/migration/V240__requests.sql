-- What a caseworker asks a supervisor for. In clear stand the kind, by when an answer is awaited and what became of it: the queue of a
-- supervisor looks for these. Both sealed parts are bound to them. Nothing writes that a request has expired: it has when its day is over.
create domain request_kind as text check (value in ('WAIVER', 'REASSIGNMENT', 'OTHER'));
create domain request_state as text check (value in ('ASKED', 'GRANTED', 'DECLINED', 'WITHDRAWN', 'VOID'));

create or replace function are_access_groups(words varchar[]) returns boolean
    language sql immutable as
$$
select is_plain_list(words) and words <@ array[
    'CASE', 'ASSIGNMENT', 'PARTICIPANT', 'NAME', 'JOURNEY', 'CONFIRMATION', 'ATTEMPT', 'LEG', 'DEVICE', 'VULNERABILITY', 'INCIDENT',
    'DETENTION', 'INTERVENTION', 'POSTING', 'BACKGROUND', 'NEED', 'RELATIONSHIP', 'RELATIVE', 'GROUP', 'SAFE_CONTACT', 'CONSENT', 'QUOTE',
    'BROKER', 'NORM_PRICE', 'CLAIM', 'SOURCE', 'CHECK_IN', 'CODE_WORD', 'NOTE', 'TASK', 'FILE', 'DRAFT', 'RISK', 'RISK_FACTS', 'ALERT', 'WAIVER', 'REQUEST', 'LINK',
    'SUMMARY', 'LOG', 'SESSION', 'MAIL', 'TEAM', 'ROLE', 'KEY']::varchar[]
$$;

create table request (
    id           uuid          primary key,
    case_id      uuid          not null references case_file,
    kind         request_kind  not null,
    due          timestamptz   not null,
    state        request_state not null,
    settled_by   subject,
    settled_at   timestamptz,
    -- Why, what exactly, and what was typed where somebody was stopped; then the answer in words.
    sealed       bytea         not null,
    sealed_state bytea         not null,
    recorded_by  subject       not null,
    recorded_at  timestamptz   not null,
    version      integer       not null,
    check ((settled_by is null) = (settled_at is null) and (settled_by is null) = (state = 'ASKED')),
    check (state not in ('GRANTED', 'DECLINED') or settled_by <> recorded_by),
    check (state <> 'WITHDRAWN' or settled_by = recorded_by),
    check (due > recorded_at)
);

create index request_of_case on request (case_id);
create index request_waiting on request (due) where state = 'ASKED';

-- What is settled stays settled, and nothing else of a request changes; what has expired is answered no more.
create function is_answered_once() returns trigger
    language plpgsql as
$$
declare
    changing text[] := array ['state', 'settled_by', 'settled_at', 'sealed_state', 'version'];
begin
    if old.state <> 'ASKED' or to_jsonb(new) - changing is distinct from to_jsonb(old) - changing then
        raise exception 'a request is settled once, and not changed' using errcode = 'insufficient_privilege';
    end if;
    return new;
end
$$;

create trigger request_kept before update on request for each row execute function is_answered_once();

grant select, insert, update on request to durumi_app;
call guard_by_case('request');
call may_be_resealed('request');

-- Of which kinds a case has rows, as in V199, and of more kinds of which many cases have none.
create or replace function rare_rows(wanted uuid) returns text[]
    language plpgsql stable as
$$
begin
    return array_remove(array[
        case when exists (select from attachment where case_id = wanted) then 'attachment' end,
        case when exists (select from case_grant where case_id = wanted) then 'case_grant' end,
        case when exists (select from case_link where asking_case_id = wanted or asked_case_id = wanted) then 'case_link' end,
        case when exists (select from check_in where case_id = wanted) then 'check_in' end,
        case when exists (select from check_in_plan where case_id = wanted) then 'check_in_plan' end,
        case when exists (select from check_in_step where case_id = wanted) then 'check_in_step' end,
        case when exists (select from claim_relation where case_id = wanted) then 'claim_relation' end,
        case when exists (select from closure where case_id = wanted) then 'closure' end,
        case when exists (select from note where case_id = wanted) then 'note' end,
        case when exists (select from overruling where case_id = wanted) then 'overruling' end,
        case when exists (select from request where case_id = wanted) then 'request' end,
        case when exists (select from risk_block where case_id = wanted) then 'risk_block' end,
        case when exists (select from split_off where case_id = wanted) then 'split_off' end,
        case when exists (select from taken_out where case_id = wanted) then 'taken_out' end,
        case when exists (select from task where case_id = wanted) then 'task' end,
        case when exists (select from waiver where case_id = wanted) then 'waiver' end
    ], null);
end
$$;
