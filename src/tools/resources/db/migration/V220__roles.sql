-- Who has which role here. The identity provider must name the same one; neither counts alone. One administrator asks, another one
-- confirms, and the rows are written once, with the MACs of whoever holds the keys.
create or replace function are_access_groups(words varchar[]) returns boolean
    language sql immutable as
$$
select is_plain_list(words) and words <@ array[
    'CASE', 'ASSIGNMENT', 'PARTICIPANT', 'NAME', 'JOURNEY', 'CONFIRMATION', 'ATTEMPT', 'LEG', 'DEVICE', 'VULNERABILITY', 'INCIDENT',
    'DETENTION', 'INTERVENTION', 'POSTING', 'BACKGROUND', 'NEED', 'RELATIONSHIP', 'RELATIVE', 'GROUP', 'SAFE_CONTACT', 'CONSENT', 'QUOTE',
    'BROKER', 'NORM_PRICE', 'CLAIM', 'SOURCE', 'CHECK_IN', 'CODE_WORD', 'NOTE', 'TASK', 'FILE', 'DRAFT', 'RISK', 'RISK_FACTS', 'ALERT', 'WAIVER', 'LINK',
    'SUMMARY', 'LOG', 'SESSION', 'MAIL', 'TEAM', 'ROLE', 'KEY']::varchar[]
$$;

create table role_grant (
    id       uuid        primary key,
    user_id  subject     not null references staff_member (user_id),
    role     text        not null check (role in ('CASEWORKER', 'SUPERVISOR', 'AUDITOR', 'ADMINISTRATOR')),
    asked_by subject     not null check (asked_by <> user_id),
    asked_at timestamptz not null,
    mac      bytea       not null check (length(mac) = 32),
    -- The moment of its end, once there is one: what queries and indexes ask for.
    until    timestamptz
);

create unique index role_grant_once on role_grant (user_id) where until is null;

create table role_confirmation (
    id           uuid        primary key references role_grant (id),
    confirmed_by subject     not null,
    confirmed_at timestamptz not null,
    mac          bytea       not null check (length(mac) = 32)
);

create table role_end (
    id       uuid        primary key references role_grant (id),
    ended_at timestamptz not null,
    ended_by subject     not null,
    mac      bytea       not null check (length(mac) = 32)
);

create trigger role_ended
    before insert on role_end
    for each row execute function note_end('role_grant');

grant select, insert (id, user_id, role, asked_by, asked_at, mac) on role_grant to durumi_app;
grant select, insert on role_confirmation, role_end to durumi_app;
