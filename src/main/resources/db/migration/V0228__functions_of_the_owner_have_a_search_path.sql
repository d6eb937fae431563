-- A function that runs as the owner must not look names up where its caller says. The triggers that
-- rempart.write_triggers makes had no search_path of their own: a type of the same name in pg_temp ran the caller's
-- code as the owner. The generator gets one, whatever it is by now, and so do all functions that it has made.
DO $body$
DECLARE
  made text := pg_get_functiondef('rempart.write_triggers(text)'::regprocedure);
  fixed text := replace(made, 'SECURITY DEFINER AS $t$', 'SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $t$');
  f regprocedure;
BEGIN
  IF fixed = made OR regexp_count(fixed, 'SECURITY DEFINER') <> regexp_count(fixed, 'SECURITY DEFINER SET search_path') THEN
    RAISE EXCEPTION 'rempart.write_triggers is not as it was expected: give each function that it makes a search_path';
  END IF;
  EXECUTE fixed;
  FOR f IN
    SELECT p.oid
    FROM pg_proc p
    WHERE p.prosecdef AND p.proowner = (SELECT oid FROM pg_roles WHERE rolname = current_user)
      AND NOT EXISTS (SELECT FROM unnest(p.proconfig) c WHERE c LIKE 'search\_path=%')
  LOOP
    EXECUTE format('ALTER FUNCTION %s SET search_path = pg_catalog, pg_temp', f);
  END LOOP;
END
$body$;

-- Triggers that run as whoever writes run as the owner where the database itself writes (what falls with its parent).
DO $body$
DECLARE
  f regprocedure;
BEGIN
  FOR f IN
    SELECT p.oid
    FROM pg_proc p
    WHERE p.pronamespace = 'rempart'::regnamespace AND p.prorettype = 'trigger'::regtype AND NOT p.prosecdef
      AND NOT EXISTS (SELECT FROM unnest(p.proconfig) c WHERE c LIKE 'search\_path=%')
  LOOP
    EXECUTE format('ALTER FUNCTION %s SET search_path = pg_catalog, pg_temp', f);
  END LOOP;
END
$body$;

-- Read by all triggers, and part of their queries: a SET would cost a call each. Their names are looked up now, for good.
CREATE OR REPLACE FUNCTION rempart.setting(name text) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
RETURN nullif(pg_catalog.current_setting('rempart.' || name, true), '');
CREATE OR REPLACE FUNCTION rempart.actor() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
RETURN rempart.setting('actor')::pg_catalog.uuid;
CREATE OR REPLACE FUNCTION rempart.source() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
RETURN coalesce(rempart.setting('source'), 'database:' || session_user);
