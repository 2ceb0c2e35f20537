-- While the keys are locked nobody's address can be read, and nobody sees that somebody was not heard of. One address of the organisation is
-- told how many, by one node at a time.
create table mail_watch (
    one        boolean     primary key default true check (one),
    -- Of the steps up to here it was told.
    told_until timestamptz not null default '-infinity',
    -- Until then nobody tells it again.
    not_before timestamptz not null default '-infinity'
);

insert into mail_watch default values;

create index check_in_step_at on check_in_step (at);

-- How many check-ins are overdue, for the one who is to tell it now; nothing if no step was taken since it was told last, or that was less than
-- ten minutes ago. Who dies over it leaves it to others.
create function claim_locked_mail(moment timestamptz) returns table (overdue bigint, until timestamptz)
    language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as
$$
declare
    now constant timestamptz := told_or_now(moment);
begin
    update mail_watch w set not_before = now + interval '10 minutes'
    where w.not_before <= now and exists (
        select from check_in_step s
        where s.cause = 'MISSED' and s.at > greatest(w.told_until, now - interval '6 hours') and s.at <= now);
    if found then
        return query select count(*), now from check_in_climb where reached is not null;
    end if;
end
$$;

create function locked_mail_was_sent(until timestamptz) returns bigint
    language sql volatile security definer set search_path = pg_catalog, public, pg_temp as
$$
with told as (update mail_watch set told_until = until returning 1)
select count(*) from told
$$;

create function locked_mail_failed(moment timestamptz) returns bigint
    language sql volatile security definer set search_path = pg_catalog, public, pg_temp as
$$
with again as (update mail_watch set not_before = told_or_now(moment) + interval '1 minute' returning 1)
select count(*) from again
$$;

revoke execute on function claim_locked_mail(timestamptz), locked_mail_was_sent(timestamptz), locked_mail_failed(timestamptz) from public;
grant execute on function claim_locked_mail(timestamptz), locked_mail_was_sent(timestamptz), locked_mail_failed(timestamptz) to durumi_job;
