-- Of whose account the identity provider has still to hear. A row says whose and since when, not what is to become of it: that is asked
-- of the rows of roles when it is told, so that whoever writes here past the application opens no account.
create table account_due (
    user_id  subject     primary key references staff_member (user_id),
    since    timestamptz not null,
    -- When it was last tried: whoever tries next waits a minute.
    tried_at timestamptz
);

grant select, insert, update, delete on account_due to durumi_app;

-- Whoever lost their role before anybody told the provider has an account there that is open. Where nobody was given a role yet, that of
-- everybody stays as it is until roles are given.
insert into account_due (user_id, since)
select user_id, now() from staff_member m where exists (select from role_grant) and not may_come_in(m.user_id, null);

-- Of somebody who was invited, or whose second factor was taken away, the provider has named no role yet.
alter table staff_member drop constraint staff_member_roles_check, add constraint staff_member_roles_check
    check (roles ~ '^((CASEWORKER|SUPERVISOR|AUDITOR|ADMINISTRATOR|SYSTEM)(,(CASEWORKER|SUPERVISOR|AUDITOR|ADMINISTRATOR|SYSTEM))*)?$');
