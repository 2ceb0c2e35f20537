-- What the organisation decides for itself. A row for each change, written once; the newest that carries the MAC of whoever holds the keys
-- counts. Why somebody decided so is sealed with the organisation's key.
create or replace function are_access_groups(words varchar[]) returns boolean
    language sql immutable as
$$
select is_plain_list(words) and words <@ array[
    'CASE', 'ASSIGNMENT', 'PARTICIPANT', 'NAME', 'JOURNEY', 'CONFIRMATION', 'ATTEMPT', 'LEG', 'DEVICE', 'VULNERABILITY', 'INCIDENT',
    'DETENTION', 'INTERVENTION', 'POSTING', 'BACKGROUND', 'NEED', 'RELATIONSHIP', 'RELATIVE', 'GROUP', 'SAFE_CONTACT', 'CONSENT', 'QUOTE',
    'BROKER', 'NORM_PRICE', 'CLAIM', 'SOURCE', 'CHECK_IN', 'CODE_WORD', 'NOTE', 'TASK', 'FILE', 'DRAFT', 'RISK', 'RISK_FACTS', 'ALERT', 'WAIVER', 'REQUEST', 'LINK',
    'SUMMARY', 'LOG', 'SESSION', 'MAIL', 'TEAM', 'ROLE', 'ACCOUNT', 'SETTING', 'INSTALLATION', 'KEY']::varchar[]
$$;

create domain setting_name as text check (value in ('ERASURE_PAUSE', 'KEPT_ARRIVED', 'KEPT_WITHDRAWN', 'KEPT_DECEASED', 'KEPT_REPATRIATED',
    'KEPT_NO_CONTACT', 'KEPT_DUPLICATE', 'KEPT_TRANSFERRED', 'KEPT_OTHER', 'FILES_OF_ALL', 'FILES_OF_A_CASE', 'QUIET_FROM', 'QUIET_TO'));

create table setting (
    id              uuid         primary key,
    name            setting_name not null,
    value           integer      not null,
    by_organisation bytea        not null check (length(by_organisation) <= 4096),
    set_by          subject      not null,
    set_at          timestamptz  not null,
    mac             bytea        not null check (length(mac) = 32)
);

create index setting_newest on setting (name, set_at desc);

grant select, insert on setting to durumi_app;

-- What was promised when an erasure was approved: it is carried out no earlier, whatever is decided, deleted or configured since.
grant select (erasure_due) on case_file to durumi_erase;
