-- Makes a form create one thing, however often it is sent: the row commits together with what the form creates.

CREATE TABLE idempotency_key (
    key         uuid PRIMARY KEY,
    user_id     text NOT NULL CHECK (length(user_id) BETWEEN 1 AND 64),
    result_path text CHECK (result_path LIKE '/%'),
    created     timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX idempotency_key_by_age ON idempotency_key (created);

GRANT SELECT, INSERT ON idempotency_key TO durumi_app;
GRANT UPDATE (result_path) ON idempotency_key TO durumi_app;
