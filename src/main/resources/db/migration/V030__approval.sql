-- A supervisor lets something pass that a rule would refuse. It holds for exactly the content that was seen.
create table waiver (
    id             uuid        primary key,
    case_id        uuid        not null,
    subject        text        not null check (subject in ('DEPARTURE', 'QUOTE')),
    subject_id     uuid        not null,
    content_hash   text        not null check (content_hash ~ '^[0-9a-f]{64}$'),
    rules          text[]      not null,
    reason         text        not null check (length(reason) between 20 and 1000),
    granted_by     text        not null,
    granted_at     timestamptz not null,
    used_at        timestamptz,
    version        integer     not null
);

create index waiver_by_subject on waiver (subject, subject_id, granted_at desc);
create index waiver_by_case on waiver (case_id, granted_at desc);

grant select, insert, update on waiver to durumi_app;
