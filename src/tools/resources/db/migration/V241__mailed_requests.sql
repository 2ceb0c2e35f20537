-- The supervisors of a case's team are mailed that somebody asks them for something: a kind and a number, as of an alert.
alter domain mail_cause drop constraint mail_cause_check;
alter domain mail_cause add constraint mail_cause_check check (value in ('MISSED', 'DURESS', 'ALERT', 'GLASS', 'REQUEST'));

create function mail_request() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as
$$
begin
    perform mail_to(told.user_id, new.case_id, 'REQUEST', null, false, new.recorded_at)
    from (select m.user_id
          from case_file f join membership m on m.team_id = f.team_id and m.until is null
          where f.id = new.case_id and may_come_in(m.user_id, 'SUPERVISOR')) told;
    return new;
end
$$;

create trigger request_is_mailed after insert on request for each row execute function mail_request();
