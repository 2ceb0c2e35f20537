-- The database roles of Durumi. Run once by a superuser, connected to the (empty, UTF-8) database of Durumi:
--
--   createdb --encoding=UTF8 --template=template0 durumi
--   psql --dbname=durumi --file=config/postgres/roles.sql
--   psql --dbname=durumi    \password durumi_owner    \password durumi_app    \password durumi_log    \password durumi_job
--                           \password durumi_erase    \password durumi_rotate
--
-- It can be run again at any time. It sets no password: a role without one cannot sign in.
--
--   durumi_owner      owns every table; used by bin/migrate only, never by the running application. Of a table of a case it
--                     sees no row, but what the policies themselves must look up
--   durumi_app        the application: owns nothing, gets exactly what the migrations grant, never DELETE but of what nobody has sent yet; sees the cases of
--                     the person whom the transaction names
--   durumi_log        the pool of the access log: may only insert entries
--   durumi_job        work without a person: sees every case, changes nothing, but lets missed check-ins climb,
--                     puts off jobs that failed, and forgets old drafts
--   durumi_erase      carries out the erasure of a case that two people have decided: destroys its key, and can do nothing else
--   durumi_rotate     moves everything to new keys; used by bin/rotate-keys only, never by the running application. Sees what
--                     durumi_job sees, and changes sealed and wrapped values
--   durumi_sequencer  numbers the entries of the access log; reads them
--   durumi_auditor    reads the access log from outside the application

DO $roles$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['durumi_owner', 'durumi_app', 'durumi_log', 'durumi_job', 'durumi_erase', 'durumi_rotate',
        'durumi_sequencer', 'durumi_auditor'] LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) THEN
            EXECUTE format('CREATE ROLE %I', name);
        END IF;
        EXECUTE format('ALTER ROLE %I LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS', name);
        -- What people typed must not reach a log of the server, not even in an error.
        EXECUTE format('ALTER ROLE %I SET log_statement = none', name);
        -- An error quotes the value that it refuses; its kind stands in the log of the application.
        EXECUTE format('ALTER ROLE %I SET log_min_messages = fatal', name);
        EXECUTE format('ALTER ROLE %I SET log_min_error_statement = panic', name);
        EXECUTE format('ALTER ROLE %I SET log_min_duration_statement = -1', name);
        EXECUTE format('ALTER ROLE %I SET log_parameter_max_length = 0', name);
        EXECUTE format('ALTER ROLE %I SET log_parameter_max_length_on_error = 0', name);
        EXECUTE format('ALTER ROLE %I SET log_error_verbosity = terse', name);
        EXECUTE format('ALTER ROLE %I SET search_path = public', name);
        -- Who was shown something, and what was acknowledged as saved, lies on the disk, whatever the server is set to.
        EXECUTE format('ALTER ROLE %I SET synchronous_commit = on', name);
    END LOOP;

    -- A request that hangs must not hold a row for ever.
    FOREACH name IN ARRAY ARRAY['durumi_app', 'durumi_log', 'durumi_job', 'durumi_erase', 'durumi_rotate'] LOOP
        EXECUTE format('ALTER ROLE %I SET statement_timeout = %L', name, '20s');
        EXECUTE format('ALTER ROLE %I SET lock_timeout = %L', name, '5s');
        EXECUTE format('ALTER ROLE %I SET idle_in_transaction_session_timeout = %L', name, '15s');
        -- The policies make a plan look dear; compiling it would cost more than running it.
        EXECUTE format('ALTER ROLE %I SET jit = off', name);
    END LOOP;

    EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
    EXECUTE format(
        'GRANT CONNECT ON DATABASE %I TO durumi_owner, durumi_app, durumi_log, durumi_job, durumi_erase, durumi_rotate,
            durumi_sequencer, durumi_auditor',
        current_database());
    EXECUTE format('GRANT CREATE, TEMPORARY ON DATABASE %I TO durumi_owner', current_database());
END
$roles$;

REVOKE ALL ON SCHEMA public FROM PUBLIC;
ALTER SCHEMA public OWNER TO durumi_owner;
GRANT USAGE ON SCHEMA public TO durumi_app, durumi_log, durumi_job, durumi_erase, durumi_rotate, durumi_sequencer, durumi_auditor;

GRANT durumi_job TO durumi_rotate;

-- Functions are executable by everybody unless said otherwise.
ALTER DEFAULT PRIVILEGES FOR ROLE durumi_owner REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
