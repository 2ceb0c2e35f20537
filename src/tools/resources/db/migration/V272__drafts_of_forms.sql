-- A draft may be of a form of a case that is there: it bears that case's number, as others may. What it is about is sealed with it; where its owner goes on says only
-- that it is a form.
alter table draft drop constraint draft_number_key;
create unique index draft_of_intake on draft (number) where address not like '/drafts/%';
create index draft_of_number on draft (number);

-- With a case goes what somebody has typed for it and not sent.
create function forget_drafts_of_case() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as
$$
begin
    delete from draft where number = new.number;
    return new;
end
$$;

create trigger erased_case_has_no_drafts
    after update of erased_at on case_file
    for each row when (old.erased_at is null and new.erased_at is not null)
    execute function forget_drafts_of_case();

-- Whoever has a draft open has a copy of it among the kept forms, under the same name, for an hour. It goes with the draft, in the same transaction, whatever becomes
-- of that: it is kept again, sent, given up, handed over, forgotten, or erased with its case.
create function forget_copy_of_draft() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as
$$
begin
    delete from kept_form where id = old.id;
    return null;
end
$$;

revoke execute on function forget_copy_of_draft() from public;

create trigger draft_has_one_text
    after delete or update of user_id, sealed on draft
    for each row execute function forget_copy_of_draft();

-- That copy is put there only for whose the draft is now, in place of the one before; whoever hands the draft over meanwhile waits, and takes the copy away.
create function keep_copy_of_draft(wanted uuid, owner text, copied text, moment timestamptz) returns boolean
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as
$$
begin
    perform from draft d where d.id = wanted and d.user_id = owner for update;
    if not found then
        return false;
    end if;
    delete from kept_form where id = wanted;
    insert into kept_form (id, user_id, sealed, kept) values (wanted, owner, copied, moment);
    return true;
end
$$;

revoke execute on function keep_copy_of_draft(uuid, text, text, timestamptz) from public;
grant execute on function keep_copy_of_draft(uuid, text, text, timestamptz) to durumi_app;
