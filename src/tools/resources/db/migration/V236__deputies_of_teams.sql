-- As in V230, and of whoever is away only the cases of the team in which somebody stands in: they may have cases of another one.
create or replace function countries_in_use() returns setof text
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as
$$
with recursive of_the_team(country) as (
    (select country::text from case_file
     where team_id = nullif(current_setting('app.team', true), '')::uuid and closed_at is null and erased_at is null
     order by country limit 1)
    union all
    select (select f.country::text from case_file f
            where f.team_id = nullif(current_setting('app.team', true), '')::uuid and f.closed_at is null
                and f.erased_at is null and f.country > of_the_team.country
            order by f.country limit 1)
    from of_the_team where of_the_team.country is not null)
select country from of_the_team where country <> ''
union
select country from case_file join assignment on case_id = case_file.id
where user_id = nullif(current_setting('app.user', true), '') and until is null and closed_at is null and erased_at is null and country <> ''
union
select country from case_file
where id = any ((select cases_as_deputy())::uuid[]) and closed_at is null and erased_at is null and country <> ''
$$;

-- Who leaves a team stands in there for nobody any more, and nobody for them. Here no row of an end is written: that of the membership says it.
create function end_deputyships() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as
$$
begin
    update deputyship d set until = new.ended_at
    from membership m
    where m.id = new.id and d.team_id = m.team_id and (d.user_id = m.user_id or d.deputy = m.user_id)
        and d.until is null and d.due > new.ended_at;
    return new;
end
$$;

revoke execute on function end_deputyships() from public;

create trigger membership_ends_deputyships
    after insert on membership_end
    for each row execute function end_deputyships();
