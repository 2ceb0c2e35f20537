-- Who may come in counts as told and as working; the others do not, whatever the identity provider said of them last.
--
-- Whether somebody has a role, or this one, that was asked for, confirmed and not ended. SQL has no key, so it sees no MAC: it says whom to tell.
-- What somebody may do is asked where the keys are. Without settings of its own, so that it is planned as a part of what asks it.
create function may_come_in(person text, wanted text) returns boolean
    language sql stable as
$$
select exists (
    select from role_grant g join role_confirmation c on c.id = g.id
    where g.user_id = person and g.until is null and (wanted is null or g.role = wanted))
$$;

revoke execute on function may_come_in(text, text) from public;

-- As in V180: whom to ask is somebody who may come in.
create or replace function overdue_elsewhere(most integer)
    returns table (number text, label text, cause text, since timestamptz, misses integer, team text, ask text)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as
$$
select f.number, p.label, case when c.duress_at is null then 'MISSED' else 'DURESS' end, least(c.missed_since, c.duress_at),
    c.misses, t.name,
    (select string_agg(s.handle, ', ' order by s.handle) from membership m join staff_member s on s.user_id = m.user_id
     where m.team_id = f.team_id and m.until is null and may_come_in(s.user_id, 'SUPERVISOR'))
from check_in_climb c join case_file f on f.id = c.case_id join participant p on p.id = c.participant_id
    join team t on t.id = f.team_id
where (c.reached is not null and f.closed_at is null or c.duress_at is not null) and f.erased_at is null
    and f.team_id is distinct from nullif(current_setting('app.team', true), '')::uuid
    and not on_the_case(c.case_id)
    and exists (select from notice n
                where n.case_id = c.case_id and n.participant_id = c.participant_id
                    and n.user_id = nullif(current_setting('app.reader', true), '') and n.at >= least(c.missed_since, c.duress_at))
order by 4, f.number, p.label
limit most
$$;

-- As in V201, of those who may come in.
create or replace function break_glass(grant_id uuid, wanted uuid, until timestamptz, since timestamptz, why bytea, proof bytea) returns integer
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as
$$
declare
    reader constant text := nullif(current_setting('app.reader', true), '');
    told integer;
begin
    if reader is null or until > since + interval '24 hours'
        or abs(extract(epoch from since - clock_timestamp())) > 60 and not exists (select from told_database) then
        raise exception 'nobody opens a case like this' using errcode = 'insufficient_privilege';
    end if;
    insert into case_grant (id, case_id, user_id, due, given_by, given_at, by_organisation, mac)
    values (grant_id, wanted, reader, until, reader, since, why, proof);
    insert into glass_notice (grant_id, case_id, user_id, at)
    select break_glass.grant_id, wanted, responsible.user_id, since
    from (select s.user_id from staff_member s
          where may_come_in(s.user_id, 'AUDITOR')
              or may_come_in(s.user_id, 'SUPERVISOR')
                  and exists (select from membership m where m.user_id = s.user_id and m.until is null)
          union
          select user_id from assignment
          where case_id = wanted and assignment.until is null and may_come_in(user_id, 'CASEWORKER')) responsible
    where responsible.user_id <> reader;
    get diagnostics told = row_count;
    if told = 0 then
        raise exception 'nobody would be told' using errcode = 'insufficient_privilege';
    end if;
    return told;
end
$$;

-- As in V208: who has no address, or may not come in, gets no row.
create or replace function mail_to(person text, concerned uuid, what text, how_high text, at_once boolean, moment timestamptz) returns void
    language sql volatile security definer set search_path = pg_catalog, public, pg_temp as
$$
insert into mail (id, user_id, number, cause, level, urgent, at, due_at)
select gen_random_uuid(), person, f.number, what, how_high, at_once, moment, moment
from case_file f
where f.id = concerned and may_come_in(person, null) and exists (
    select from mail_address a
    where a.user_id = person and a.confirmed_at is not null and (at_once or a.rhythm <> 'OFF'))
$$;

-- Whose role ended is told nothing more. What is being sent at this moment goes.
create function forget_mail_of_person() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as
$$
begin
    delete from mail where id in (
        select m.id from mail m join role_grant g on g.user_id = m.user_id where g.id = new.id for update of m skip locked);
    return new;
end
$$;

create trigger ended_role_is_not_mailed after insert on role_end for each row execute function forget_mail_of_person();
