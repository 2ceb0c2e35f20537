-- Notices by e-mail. What somebody is told by a page, they are told by a mail too, if they have confirmed an address: a row for each person,
-- written in the transaction that tells them. It says a number, a kind and a level, never a case's words.
create domain mail_cause as text check (value in ('MISSED', 'DURESS', 'ALERT', 'GLASS'));
create domain mail_rhythm as text check (value in ('AT_ONCE', 'DAILY', 'OFF'));

create or replace function are_access_groups(words varchar[]) returns boolean
    language sql immutable as
$$
select is_plain_list(words) and words <@ array[
    'CASE', 'ASSIGNMENT', 'PARTICIPANT', 'NAME', 'JOURNEY', 'CONFIRMATION', 'ATTEMPT', 'LEG', 'DEVICE', 'VULNERABILITY', 'INCIDENT',
    'DETENTION', 'INTERVENTION', 'POSTING', 'BACKGROUND', 'NEED', 'RELATIONSHIP', 'RELATIVE', 'GROUP', 'SAFE_CONTACT', 'CONSENT', 'QUOTE',
    'BROKER', 'NORM_PRICE', 'CLAIM', 'SOURCE', 'CHECK_IN', 'CODE_WORD', 'NOTE', 'TASK', 'FILE', 'DRAFT', 'RISK', 'RISK_FACTS', 'ALERT', 'WAIVER', 'LINK',
    'SUMMARY', 'LOG', 'SESSION', 'MAIL', 'TEAM', 'KEY']::varchar[]
$$;

-- Where somebody is told. One that stands, and one that waits for its code; the first goes when the second is confirmed.
create table mail_address (
    id              uuid        primary key,
    user_id         subject     not null references staff_member (user_id),
    by_organisation bytea       not null,
    rhythm          mail_rhythm not null,
    asked_at        timestamptz not null,
    -- A MAC of the code that was mailed; none once it was typed.
    code            bytea       check (length(code) = 32),
    tries           integer     not null default 0,
    confirmed_at    timestamptz,
    mac             bytea       not null check (length(mac) = 32),
    -- How many mails went there since a moment: nobody gets more in an hour than they can read.
    counted_since   timestamptz,
    sent            integer     not null default 0,
    check ((code is null) = (confirmed_at is not null))
);

create unique index mail_address_stands on mail_address (user_id) where confirmed_at is not null;
create unique index mail_address_waits on mail_address (user_id) where confirmed_at is null;

grant select, insert, delete on mail_address to durumi_app;
grant update (rhythm, mac, code, tries, confirmed_at, counted_since, sent) on mail_address to durumi_app;

-- It names a case by its number, and refers to no row that somebody may have locked: who is told waits for nobody.
create table mail (
    id       uuid        primary key,
    user_id  subject     not null,
    number   text        not null,
    cause    mail_cause  not null,
    level    level,
    -- It goes at once, whatever its reader has chosen.
    urgent   boolean     not null,
    at       timestamptz not null,
    due_at   timestamptz not null,
    failures integer     not null default 0 check (failures >= 0),
    -- The class of the last error, never what it says.
    failure  varchar(100),
    check ((level is not null) = (cause = 'ALERT'))
);

create index mail_due on mail (due_at);
create index mail_of_person on mail (user_id);
create index mail_of_case on mail (number);

-- The application asks the functions below, and sees none of it.
grant select on mail to durumi_job;

-- Who has no address gets no row: there is nothing to be done.
create function mail_to(person text, concerned uuid, what text, how_high text, at_once boolean, moment timestamptz) returns void
    language sql volatile security definer set search_path = pg_catalog, public, pg_temp as
$$
insert into mail (id, user_id, number, cause, level, urgent, at, due_at)
select gen_random_uuid(), person, f.number, what, how_high, at_once, moment, moment
from case_file f
where f.id = concerned and exists (
    select from mail_address a
    where a.user_id = person and a.confirmed_at is not null and (at_once or a.rhythm <> 'OFF'))
$$;

revoke execute on function mail_to(text, uuid, text, text, boolean, timestamptz) from public;

-- Of duress, and when every supervisor is told, at once.
create function mail_notice() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as
$$
begin
    perform mail_to(new.user_id, new.case_id, new.cause, null,
        new.cause = 'DURESS' or exists (select from check_in_step where id = new.step_id and step = 'EVERY_SUPERVISOR'), new.at);
    return new;
end
$$;

create trigger notice_is_mailed after insert on notice for each row execute function mail_notice();

create function mail_broken_glass() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as
$$
begin
    perform mail_to(new.user_id, new.case_id, 'GLASS', null, false, new.at);
    return new;
end
$$;

create trigger broken_glass_is_mailed after insert on glass_notice for each row execute function mail_broken_glass();

-- Of an alert, who works on the case and who supervises its team. One that has risen, or happened again, was raised again.
create function mail_alert() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as
$$
begin
    perform mail_to(told.user_id, new.case_id, 'ALERT', new.level, false, new.raised_at)
    from (select user_id from assignment where case_id = new.case_id and until is null
          union
          select m.user_id
          from case_file f join membership m on m.team_id = f.team_id and m.until is null join staff_member s on s.user_id = m.user_id
          where f.id = new.case_id and 'SUPERVISOR' = any (string_to_array(s.roles, ','))) told;
    return new;
end
$$;

create trigger alert_is_mailed after insert on risk_alert
    for each row when (new.state = 'RAISED' and new.level in ('HIGH', 'CRITICAL'))
    execute function mail_alert();
create trigger risen_alert_is_mailed after update on risk_alert
    for each row when (new.state = 'RAISED' and new.level in ('HIGH', 'CRITICAL') and new.raised_at is distinct from old.raised_at)
    execute function mail_alert();

-- All that one person is to be told, as one, as soon as some of it is due; nothing if somebody else is about it.
create function take_mail(person text, moment timestamptz)
    returns table (id uuid, number text, cause text, level text, urgent boolean, at timestamptz)
    language sql volatile security definer set search_path = pg_catalog, public, pg_temp as
$$
select m.id, m.number, m.cause, m.level, m.urgent, m.at
from mail m
where m.user_id = person and exists (select from mail due where due.user_id = person and due.due_at <= told_or_now(moment))
order by m.at, m.id
for update skip locked
$$;

create function put_mail_off(which uuid[], until timestamptz) returns bigint
    language sql volatile security definer set search_path = pg_catalog, public, pg_temp as
$$
with put_off as (update mail set due_at = until where id = any (which) returning 1)
select count(*) from put_off
$$;

create function end_mail(which uuid[]) returns bigint
    language sql volatile security definer set search_path = pg_catalog, public, pg_temp as
$$
with ended as (delete from mail where id = any (which) returning 1)
select count(*) from ended
$$;

revoke execute on function take_mail(text, timestamptz), put_mail_off(uuid[], timestamptz), end_mail(uuid[]) from public;
grant execute on function take_mail(text, timestamptz), put_mail_off(uuid[], timestamptz), end_mail(uuid[]) to durumi_app;

-- What could not be sent is tried again after one minute, two, four, eight, and then every quarter of an hour; it is never given up.
create function mail_failed(person text, error text, moment timestamptz) returns bigint
    language sql volatile security definer set search_path = pg_catalog, public, pg_temp as
$$
with free as materialized (
    select id from mail where user_id = person order by id for update skip locked
), put_off as (
    update mail
    set failures = failures + 1, failure = left(error, 100),
        due_at = told_or_now(moment) + least(interval '1 minute' * 2 ^ least(failures, 10), interval '15 minutes')
    from free where mail.id = free.id
    returning 1)
select count(*) from put_off
$$;

-- What an administrator is told: how many wait after an attempt that failed, since when, and why it failed last.
create function mail_waiting() returns table (waiting bigint, since timestamptz, failure text)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as
$$
select count(*), min(at), (array_agg(mail.failure order by due_at desc))[1] from mail where failures > 0
$$;

revoke execute on function mail_failed(text, text, timestamptz), mail_waiting() from public;
grant execute on function mail_failed(text, text, timestamptz) to durumi_job;
grant execute on function mail_waiting() to durumi_app;

-- Of an erased case nobody is told any more.
create function forget_mail() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as
$$
begin
    delete from mail where id in (select id from mail where number = new.number for update skip locked);
    return new;
end
$$;

create trigger erased_case_is_not_mailed
    after update of erased_at on case_file
    for each row when (old.erased_at is null and new.erased_at is not null)
    execute function forget_mail();
