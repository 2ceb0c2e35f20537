-- A leg is also looked for among those of all cases, to find out who travelled together: by ten bits of a keyed hash of its two countries
-- and the month in which it began, which many legs share. Where, when and how is sealed. Legs that are older than this have no tag.
alter table leg add column way_tag integer check (way_tag between 0 and 1023);

create index leg_by_way on leg (way_tag, recorded_at) where way_tag is not null and struck_at is null;

-- Nothing recorded is overwritten. Of an erased case no tag tells any more whether something was there.
create or replace function is_corrected_by_another() returns trigger
    language plpgsql as
$$
declare
    changing text[] := array ['confirmation', 'decided_by', 'decided_at', 'struck_by', 'struck_at', 'sealed_state', 'version'];
    tag      text;
begin
    foreach tag in array array ['number_tag', 'way_tag']
    loop
        if to_jsonb(new) ->> tag is null then
            changing := array_append(changing, tag);
        end if;
    end loop;
    if to_jsonb(new) - changing is distinct from to_jsonb(old) - changing then
        raise exception '% is corrected by another row, never overwritten', tg_table_name using errcode = 'insufficient_privilege';
    end if;
    return new;
end
$$;

create policy owner on leg to durumi_owner using (true);

create function forget_ways() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as
$$
begin
    update leg set way_tag = null where case_id = new.id and way_tag is not null;
    return new;
end
$$;

create trigger erased_case_travelled_with_nobody
    after update of erased_at on case_file
    for each row when (old.erased_at is null and new.erased_at is not null)
    execute function forget_ways();
