-- What somebody was called before: who decides about a person knows them by their name in Durumi, so a name that was changed is shown with
-- who changed it. It gives no right and has no MAC. The first name, the beginning of the subject, is no change.
create table handle_change (
    id          uuid        primary key,
    user_id     subject     not null references staff_member (user_id),
    handle_from text        not null check (handle_from <> ''),
    handle_to   text        not null check (handle_to <> ''),
    changed_by  subject     not null,
    changed_at  timestamptz not null
);

create index handle_change_of_person on handle_change (user_id, changed_at desc);

grant select, insert on handle_change to durumi_app;
