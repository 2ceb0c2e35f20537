-- What was recorded of a consent by mistake is struck, once, and stays.
alter table consent add column struck_by subject, add column struck_at timestamptz,
    add check ((struck_by is null) = (struck_at is null));

create or replace function consent_is_kept() returns trigger
    language plpgsql as
$$
declare
    changing constant text[] := array ['withdrawn_by', 'withdrawn_at', 'struck_by', 'struck_at', 'sealed_state', 'version'];
begin
    if old.struck_at is not null
        or old.withdrawn_at is not null and (new.struck_at is null
            or (new.withdrawn_by, new.withdrawn_at) is distinct from (old.withdrawn_by, old.withdrawn_at))
        or to_jsonb(new) - changing is distinct from to_jsonb(old) - changing
    then
        raise exception 'consent is withdrawn or struck, never overwritten' using errcode = 'insufficient_privilege';
    end if;
    return new;
end
$$;
