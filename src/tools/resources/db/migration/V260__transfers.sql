-- A case goes over to another team. A supervisor of its team offers it, supervisors of the other one take it or not. The offer is written once, with a
-- MAC; what became of it is a row of its own, of which there is one at most. Nobody writes that an offer has expired: it has when its day is over.
--
-- What was offered to whom, and what became of it, stands in clear; the number of the case and the words are sealed with the organisation's key, because
-- they are read by two teams, one of which does not see the case.
create domain transfer_end as text check (value in ('ACCEPTED', 'DECLINED', 'REVOKED'));

create table transfer (
    id              uuid        primary key,
    case_id         uuid        not null references case_file,
    from_team_id    uuid        not null references team,
    to_team_id      uuid        not null references team,
    due             timestamptz not null,
    offered_by      subject     not null,
    offered_at      timestamptz not null,
    by_organisation bytea       not null,
    mac             bytea       not null check (length(mac) = 32),
    check (from_team_id <> to_team_id),
    check (due > offered_at and due <= offered_at + interval '14 days')
);

create index transfer_of_case on transfer (case_id);
create index transfer_to on transfer (to_team_id, due);
create index transfer_from on transfer (from_team_id, due);

create table transfer_answer (
    -- That of the offer.
    id              uuid         primary key references transfer,
    case_id         uuid         not null references case_file,
    became          transfer_end not null,
    answered_by     subject      not null,
    answered_at     timestamptz  not null,
    by_organisation bytea,
    mac             bytea        not null check (length(mac) = 32)
);

create index transfer_answer_of_case on transfer_answer (case_id);

grant select, insert on transfer, transfer_answer to durumi_app;

-- Both teams see it, and who sees the case.
call shut('transfer');

create policy app_select on transfer for select to durumi_app
    using (exists (select from case_file where id = case_id)
        or nullif(current_setting('app.team', true), '')::uuid in (from_team_id, to_team_id));

create policy app_insert on transfer for insert to durumi_app
    with check (of_the_team(case_id) and from_team_id = nullif(current_setting('app.team', true), '')::uuid);

create policy owner on transfer to durumi_owner using (true);

call shut('transfer_answer');

create policy app_select on transfer_answer for select to durumi_app
    using (exists (select from case_file where id = case_id) or exists (select from transfer t where t.id = transfer_answer.id));

-- Either side says its no, of an offer of this case, and nobody says yes but by the function below.
create policy app_insert on transfer_answer for insert to durumi_app
    with check (exists (select from transfer t
                        where t.id = transfer_answer.id and t.case_id = transfer_answer.case_id
                            and nullif(current_setting('app.team', true), '')::uuid
                                = case transfer_answer.became when 'REVOKED' then t.from_team_id when 'DECLINED' then t.to_team_id end));

create policy owner on transfer_answer to durumi_owner using (true);

-- By which transfer the case came to its team; none for a case that is where it was opened. The MAC of the case is over this, too: an older one never fits
-- again, because a transfer is accepted once. It names a row that is gone when the case was erased.
alter table case_file add column transfer_id uuid;

create policy owner on closure for select to durumi_owner using (true);

-- The case of an offer that waits for an answer of the supervisor's team, as it stands: what of it is shown, the application says.
create function offered_case(wanted uuid, moment timestamptz) returns setof case_file
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as
$$
select f.*
from transfer t join case_file f on f.id = t.case_id and f.team_id = t.from_team_id
where t.id = wanted and t.to_team_id = nullif(current_setting('app.team', true), '')::uuid and t.due > told_or_now(moment)
    and f.closed_at is null and f.erased_at is null
    and not exists (select from transfer_answer a where a.id = t.id)
    and not exists (select from erasure e where e.case_id = f.id and e.state in ('ASKED', 'APPROVED'))
    and not exists (select from closure c where c.case_id = f.id and c.state = 'ASKED')
$$;

revoke execute on function offered_case(uuid, timestamptz) from public;
grant execute on function offered_case(uuid, timestamptz) to durumi_app;

-- The only way in which a case changes its team: to that of the supervisor of this transaction, by an offer that waits, once. False if the case cannot go
-- over any more. The clock is the database's, but where stories are told.
create function take_over(wanted uuid, moment timestamptz, proof bytea, case_proof bytea) returns boolean
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as
$$
declare
    taker constant text := nullif(current_setting('app.reader', true), '');
    offered transfer;
begin
    -- What somebody wants of the case, or has answered, while this waits for its row, only a statement after it sees.
    perform from case_file f join transfer t on t.case_id = f.id
    where t.id = wanted and t.to_team_id = nullif(current_setting('app.team', true), '')::uuid
    for no key update of f;
    select * into offered from transfer t
    where t.id = wanted and t.to_team_id = nullif(current_setting('app.team', true), '')::uuid and t.due > told_or_now(moment)
        and not exists (select from transfer_answer a where a.id = t.id);
    if taker is null or offered.id is null then
        raise exception 'nobody takes a case over like this' using errcode = 'insufficient_privilege';
    end if;
    update case_file f
    set team_id = offered.to_team_id, transfer_id = offered.id, mac = case_proof, version = version + 1
    where f.id = offered.case_id and f.team_id = offered.from_team_id and f.closed_at is null and f.erased_at is null
        and not exists (select from erasure e where e.case_id = f.id and e.state in ('ASKED', 'APPROVED'))
        and not exists (select from closure c where c.case_id = f.id and c.state = 'ASKED');
    if not found then
        return false;
    end if;
    insert into transfer_answer (id, case_id, became, answered_by, answered_at, mac)
    values (offered.id, offered.case_id, 'ACCEPTED', taker, moment, proof);
    return true;
end
$$;

revoke execute on function take_over(uuid, timestamptz, bytea, bytea) from public;
grant execute on function take_over(uuid, timestamptz, bytea, bytea) to durumi_app;

-- A link knows whose the cases of its two sides are, and so does its MAC: it follows a case that goes over.
grant update (asking_team_id, asked_team_id) on case_link to durumi_app;

-- As in V201; of an erased case it is not told either that it went over to another team.
create or replace function forget_links() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as
$$
begin
    delete from case_link where new.id in (asking_case_id, asked_case_id);
    delete from glass_notice where case_id = new.id;
    delete from case_grant_end where case_id = new.id;
    delete from case_grant where case_id = new.id;
    delete from transfer_answer where case_id = new.id;
    delete from transfer where case_id = new.id;
    return new;
end
$$;

-- A case that went over names brokers of the team from which it came, and so does one that was split off from it since. When that team says something else of
-- one of them, nobody there sees the case: it is assessed by a job, and its caseworkers are told.
create function reassess_elsewhere() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as
$$
begin
    insert into job (id, kind, case_id, asked_at, due_at)
    select gen_random_uuid(), 'REASSESS', f.id, told_or_now(new.vetted_at), told_or_now(new.vetted_at)
    from (select q.case_id from quote q where q.broker_id = new.id and q.state in ('OPEN', 'ACCEPTED')
          union
          select e.case_id from stage_entry e where e.broker_id = new.id and e.struck_at is null) named
        join case_file f on f.id = named.case_id
    where f.team_id <> new.team_id and f.closed_at is null and f.erased_at is null;
    return new;
end
$$;

revoke execute on function reassess_elsewhere() from public;

create trigger broker_is_vetted_elsewhere
    after update of vetting on broker
    for each row when (old.vetting is distinct from new.vetting)
    execute function reassess_elsewhere();

create policy owner on quote for select to durumi_owner using (true);
create policy owner on stage_entry for select to durumi_owner using (true);

-- Of which kinds a case has rows, as in V240, and of one more.
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
        case when exists (select from transfer where case_id = wanted) then 'transfer' end,
        case when exists (select from waiver where case_id = wanted) then 'waiver' end
    ], null);
end
$$;
