-- A case was closed as a duplicate of another. No row moves: what was taken over, and what was there before, is sealed with the
-- organisation's key, because it belongs to two cases; docs/decisions/0029.
create domain merge_state as text check (value in ('STANDS', 'UNDONE', 'REOPENED'));

create table case_merge (
    id              uuid        primary key,
    link_id         uuid        not null,
    closed_case_id  uuid        not null references case_file,
    staying_case_id uuid        not null references case_file,
    by_organisation bytea       not null,
    state           merge_state not null,
    merged_by       subject     not null,
    merged_at       timestamptz not null,
    undone_by       subject,
    undone_at       timestamptz,
    kept_by_organisation bytea,
    mac             bytea       not null check (length(mac) = 32),
    version         integer     not null,
    check (closed_case_id <> staying_case_id),
    check ((undone_by is null) = (undone_at is null) and (undone_by is null) = (state = 'STANDS'))
);

create unique index case_merge_once on case_merge (closed_case_id) where state = 'STANDS';
create index case_merge_staying on case_merge (staying_case_id);

grant select, insert on case_merge to durumi_app;
grant update (state, undone_by, undone_at, kept_by_organisation, mac, version) on case_merge to durumi_app;

call shut('case_merge');

create policy app_select on case_merge for select to durumi_app
    using (exists (select from case_file where id = closed_case_id) or exists (select from case_file where id = staying_case_id));

-- Who decides in both cases.
create policy app_insert on case_merge for insert to durumi_app
    with check (of_the_team(closed_case_id) and of_the_team(staying_case_id));

create policy app_update on case_merge for update to durumi_app
    using (of_the_team(closed_case_id) and of_the_team(staying_case_id));

create policy owner on case_merge to durumi_owner using (true);

create or replace function forget_links() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as
$$
begin
    delete from case_merge where new.id in (closed_case_id, staying_case_id);
    delete from case_link where new.id in (asking_case_id, asked_case_id);
    delete from case_grant_end where case_id = new.id;
    delete from case_grant where case_id = new.id;
    return new;
end
$$;
