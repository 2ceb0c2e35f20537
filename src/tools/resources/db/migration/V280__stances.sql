-- What a country does with people who fled, as two people agreed on it: a supervisor proposes and an administrator answers, or the other way. Rows are
-- written once, with the MACs of whoever holds the keys; what was confirmed is laid over what the installation came with (country_stance, V045). They
-- hold nothing of a case: the source is a published text, in clear as there.
create or replace function are_access_groups(words varchar[]) returns boolean
    language sql immutable as
$$
select is_plain_list(words) and words <@ array[
    'CASE', 'ASSIGNMENT', 'PARTICIPANT', 'NAME', 'JOURNEY', 'CONFIRMATION', 'ATTEMPT', 'LEG', 'DEVICE', 'VULNERABILITY', 'INCIDENT',
    'DETENTION', 'INTERVENTION', 'POSTING', 'BACKGROUND', 'NEED', 'RELATIONSHIP', 'RELATIVE', 'GROUP', 'SAFE_CONTACT', 'CONSENT', 'QUOTE',
    'BROKER', 'NORM_PRICE', 'CLAIM', 'SOURCE', 'CHECK_IN', 'CODE_WORD', 'NOTE', 'TASK', 'FILE', 'DRAFT', 'RISK', 'RISK_FACTS', 'ALERT', 'WAIVER', 'REQUEST', 'LINK',
    'SUMMARY', 'LOG', 'SESSION', 'MAIL', 'TEAM', 'ROLE', 'ACCOUNT', 'SETTING', 'STANCE', 'INSTALLATION', 'KEY']::varchar[]
$$;

create domain stance_answer_kind as text check (value in ('CONFIRMED', 'DECLINED', 'WITHDRAWN'));

create table stance_proposal (
    id          uuid        primary key,
    -- Whoever is sent back to the North was sent back: no row can say that it is safe there.
    country     country     not null check (country <> '' and country <> 'KP'),
    stance      stance      not null,
    since       date        not null,
    source      text        not null check (length(source) between 1 and 1000),
    proposed_as text        not null check (proposed_as in ('SUPERVISOR', 'ADMINISTRATOR')),
    proposed_by subject     not null,
    proposed_at timestamptz not null,
    mac         bytea       not null check (length(mac) = 32)
);

create table stance_answer (
    id          uuid               primary key references stance_proposal (id),
    answer      stance_answer_kind not null,
    answered_as text               not null check (answered_as in ('SUPERVISOR', 'ADMINISTRATOR')),
    answered_by subject            not null,
    answered_at timestamptz        not null,
    mac         bytea              not null check (length(mac) = 32)
);

-- What was confirmed may change the risk in any open case, of every team: who confirms it may see none of them. A closed case is reckoned anew when it is
-- opened again. They take their turns after what has happened, as on a new day (V270).
create function reassess_open_cases() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as
$$
begin
    insert into job (id, kind, case_id, asked_at, due_at, by_day)
    select gen_random_uuid(), 'REASSESS', f.id, told_or_now(new.answered_at), told_or_now(new.answered_at), true
    from case_file f
    where f.closed_at is null and f.erased_at is null;
    return new;
end
$$;

revoke execute on function reassess_open_cases() from public;

create trigger confirmed_stance_counts_everywhere
    after insert on stance_answer
    for each row when (new.answer = 'CONFIRMED')
    execute function reassess_open_cases();

grant select, insert on stance_proposal, stance_answer to durumi_app;
