-- Of whose account the identity provider has still to hear. A row says whose and since when, not what is to become of it: that is asked
-- of the rows of roles when it is told, so that whoever writes here past the application opens no account.
create table account_due (
    user_id  subject     primary key references staff_member (user_id),
    since    timestamptz not null,
    -- When it was last tried: whoever tries next waits a minute.
    tried_at timestamptz
);

grant select, insert, update, delete on account_due to durumi_app;
