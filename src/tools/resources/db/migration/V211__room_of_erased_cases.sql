-- Of an erased case no file opens any more; what it took of the room for files is free again.
create policy owner_forgets on attachment for delete to durumi_owner using (true);
create policy owner on attachment_chunk to durumi_owner using (true);

create function forget_files() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as
$$
begin
    delete from attachment_chunk where case_id = new.id;
    delete from attachment where case_id = new.id;
    return new;
end
$$;

create trigger erased_case_has_no_files
    after update of erased_at on case_file
    for each row when (old.erased_at is null and new.erased_at is not null)
    execute function forget_files();

delete from attachment_chunk where case_id in (select id from case_file where erased_at is not null);
delete from attachment where case_id in (select id from case_file where erased_at is not null);
