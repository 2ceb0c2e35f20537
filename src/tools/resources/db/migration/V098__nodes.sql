-- What each running node of the application says of itself: whether it is open, and which versions of the key-encryption key it
-- holds. Whoever moves the keys to a newer one asks here first; an administrator sees which node waits to be unlocked.
-- It gives nobody a right.
create table node (
    id           uuid        primary key,
    -- Of the machine, and where its health answers.
    name         text        not null check (length(name) between 1 and 200),
    state        text        not null check (state ~ '^[A-Z_]{1,20}$'),
    kek_versions integer[]   not null,
    seen         timestamptz not null
);

grant select, insert, update, delete on node to durumi_app;
grant select on node to durumi_rotate;

-- Whether there is room on the disk: it counts more than it may hold in memory, so the rest goes through the disk.
create function has_room() returns boolean
    language sql volatile set work_mem = '64kB' set search_path = pg_catalog, public, pg_temp as
$$
select count(*) > 0 from generate_series(1, 20000)
$$;

grant execute on function has_room() to durumi_app;
