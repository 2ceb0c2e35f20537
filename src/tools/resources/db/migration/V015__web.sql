-- Makes a form create one thing, however often it is sent: the row commits together with what the form creates. It does not
-- say who sent the form, and of its time only the day.

CREATE TABLE idempotency_key (
    key         uuid PRIMARY KEY,
    result_path text CHECK (result_path LIKE '/%'),
    created     date NOT NULL DEFAULT current_date
);

CREATE INDEX idempotency_key_by_age ON idempotency_key (created);

GRANT SELECT, INSERT ON idempotency_key TO durumi_app;
GRANT UPDATE (result_path) ON idempotency_key TO durumi_app;

-- Only who knows the key sees its row; the setting ends with the transaction.
ALTER TABLE idempotency_key ENABLE ROW LEVEL SECURITY;

CREATE POLICY app ON idempotency_key TO durumi_app USING (key = nullif(current_setting('app.form', true), '')::uuid);

-- A form that was sent before yesterday is not sent again.
CREATE FUNCTION forget_forms() RETURNS bigint
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
WITH forgotten AS (DELETE FROM idempotency_key WHERE key IN
    -- Whoever else forgets at this moment holds them until their form is stored.
    (SELECT key FROM idempotency_key WHERE created < current_date - 1 FOR UPDATE SKIP LOCKED) RETURNING 1)
SELECT count(*) FROM forgotten
$$;

GRANT EXECUTE ON FUNCTION forget_forms() TO durumi_app;
