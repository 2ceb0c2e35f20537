-- The countries in which open cases of the acting person stand, for the choice above their list. It looks behind the wall, as
-- the owner of the tables, because the wall would ask once more for each of the cases whose it is; it asks for the same person
-- as the wall, and tells nothing but countries.
--
-- The countries of a team are each found by one step in their index.
create function countries_in_use() returns setof text
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
where user_id = current_setting('app.user', true) and until is null and closed_at is null and erased_at is null and country <> ''
$$;

grant execute on function countries_in_use() to durumi_app;
