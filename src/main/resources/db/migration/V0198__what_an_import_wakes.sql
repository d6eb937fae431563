-- The triggers of V0165, with one difference: where a row that belongs to others changed, these are told by which
-- table. An index that shows nothing of it need not read them again: importing deals and activities made it read
-- all their contacts and companies anew, which took longer than the import. What they keep and refuse is what it was.
CREATE OR REPLACE FUNCTION rempart.write_triggers(tbl text) RETURNS void LANGUAGE plpgsql
AS $body$
DECLARE
  cols text := (SELECT string_agg(quote_ident(c), ', ') FROM unnest(rempart.columns_of(tbl)) c);
  olds text := (SELECT string_agg('OLD.' || quote_ident(c), ', ') FROM unnest(rempart.columns_of(tbl)) c);
  children text := (
    SELECT coalesce(string_agg(format('  DELETE FROM public.%I WHERE %I = OLD.id;', k.name, b.key), E'\n' ORDER BY k.position), '')
    FROM rempart.kept_table k, jsonb_each_text(k.belongs_to) b WHERE b.value = tbl);
  parents text := (
    SELECT coalesce(string_agg(format(
      $p$  FOR chunk IN SELECT string_agg(p.id::text, ',') FROM (SELECT c.id, (row_number() OVER () - 1) / 200 AS n FROM (SELECT DISTINCT %I AS id FROM changed) c) p GROUP BY p.n LOOP
    PERFORM pg_catalog.pg_notify('rempart_change', %L || chunk);
  END LOOP;$p$, b.key, b.value || ':TOUCH ' || tbl || ':'), E'\n'), '')
    FROM rempart.kept_table k, jsonb_each_text(k.belongs_to) b WHERE k.name = tbl);
BEGIN
  EXECUTE format($f$
CREATE OR REPLACE FUNCTION rempart.%2$s() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $t$
DECLARE
  comes_back boolean := false;
BEGIN
  -- A row comes back as it lies in the archive; nobody else decides on who made it and when. The archive is
  -- asked by a restore alone: with the question in the condition, every insert would start a query for it.
  IF rempart.setting('keeper') = 'restore' THEN
    comes_back := EXISTS (
      SELECT FROM public.%3$I a WHERE a.id = NEW.id AND a.version = NEW.version AND a.created_at = NEW.created_at);
  END IF;
  NEW.changed_at := pg_catalog.clock_timestamp();
  NEW.changed_by := rempart.actor();
  NEW.change_source := rempart.source();
  NEW.change_reason := rempart.setting('reason');
  -- made once for a transaction that was not told one
  NEW.change_id := coalesce(rempart.setting('change_id')::uuid, rempart.change_id());
  IF comes_back THEN
    NEW.version := NEW.version + 1;
  ELSE
    NEW.version := 1;
    NEW.created_at := NEW.changed_at;
    NEW.created_by := NEW.changed_by;
    NEW.created_source := NEW.change_source;
  END IF;
  RETURN NEW;
END $t$
$f$, tbl, tbl || '_before_insert', tbl || '_archive');

  EXECUTE format($f$
CREATE OR REPLACE FUNCTION rempart.%2$s() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $t$
DECLARE
  -- the row is locked by now, so time runs forward from version to version
  at timestamptz := greatest(pg_catalog.clock_timestamp(), OLD.changed_at + interval '1 microsecond');
BEGIN
  IF NEW.id <> OLD.id THEN
    RAISE EXCEPTION 'the id of a %1$s never changes (was %%, would be %%)', OLD.id, NEW.id USING ERRCODE = 'check_violation';
  END IF;
  NEW.version := OLD.version + 1;
  NEW.created_at := OLD.created_at;
  NEW.created_by := OLD.created_by;
  NEW.created_source := OLD.created_source;
  NEW.changed_at := at;
  NEW.changed_by := rempart.actor();
  NEW.change_source := rempart.source();
  NEW.change_reason := rempart.setting('reason');
  NEW.change_id := coalesce(rempart.setting('change_id')::uuid, rempart.change_id());
  INSERT INTO public.%3$I (%4$s, valid_from, valid_to, ended_by, end_source, end_reason, end_change_id)
  VALUES (%5$s, OLD.changed_at, at, NEW.changed_by, NEW.change_source, NEW.change_reason, NEW.change_id);
  RETURN NEW;
END $t$
$f$, tbl, tbl || '_before_update', tbl || '_history', cols, olds);

  EXECUTE format($f$
CREATE OR REPLACE FUNCTION rempart.%2$s() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $t$
DECLARE
  at timestamptz := greatest(pg_catalog.clock_timestamp(), OLD.changed_at + interval '1 microsecond');
  together uuid := rempart.setting('archive_with')::uuid;
  aid uuid;
BEGIN
  -- At depth one a person (or a statement) deletes this row; deeper, it falls with its parent.
  IF pg_catalog.pg_trigger_depth() = 1 THEN
    aid := coalesce(together, pg_catalog.gen_random_uuid());
    PERFORM pg_catalog.set_config('rempart.archive_id', aid::text, true);
  ELSE
    aid := rempart.setting('archive_id')::uuid;
  END IF;
  INSERT INTO public.archive_entry
    (archive_id, root_table, root_id, archived_at, archived_by, archive_source, archive_reason, change_id)
  VALUES (aid, %1$L, OLD.id, at, rempart.actor(), rempart.source(), rempart.setting('reason'), rempart.change_id())
  ON CONFLICT (archive_id) DO NOTHING;
  INSERT INTO public.%3$I (%5$s, valid_from, valid_to, ended_by, end_source, end_reason, end_change_id)
  VALUES (%6$s, OLD.changed_at, at, rempart.actor(), rempart.source(), 'archive', rempart.change_id());
  INSERT INTO public.%4$I (%5$s, archived_at, archived_by, archive_source, archive_reason, archive_id)
  VALUES (%6$s, at, rempart.actor(), rempart.source(), rempart.setting('reason'), aid);
%7$s
  RETURN OLD;
END $t$
$f$, tbl, tbl || '_before_delete', tbl || '_history', tbl || '_archive', cols, olds, children);

  EXECUTE format($f$
CREATE OR REPLACE FUNCTION rempart.%2$s() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $t$
DECLARE
  chunk text;
BEGIN
  -- a NOTIFY carries at most 8,000 bytes: 200 ids
  FOR chunk IN SELECT string_agg(c.id::text, ',')
               FROM (SELECT id, (row_number() OVER () - 1) / 200 AS n FROM changed) c GROUP BY c.n LOOP
    PERFORM pg_catalog.pg_notify('rempart_change', '%1$s:' || TG_OP || ':' || chunk);
  END LOOP;
%3$s
  RETURN NULL;
END $t$
$f$, tbl, tbl || '_notify', parents);
END
$body$;

SELECT rempart.write_triggers(name) FROM rempart.kept_table ORDER BY position;

-- Most rows that an import brings belong to nobody, and then nobody is told: asked without starting the function.
DROP TRIGGER tell_owner ON contact;
DROP TRIGGER tell_owner ON company;
DROP TRIGGER tell_owner ON deal;
DROP TRIGGER tell_owner ON document;
DROP TRIGGER tell_owner ON activity;
DROP TRIGGER tell_owner_of_new ON activity;
CREATE TRIGGER tell_owner AFTER INSERT OR UPDATE OF owner_id ON contact FOR EACH ROW
  WHEN (NEW.owner_id IS NOT NULL) EXECUTE FUNCTION rempart.tell_owner();
CREATE TRIGGER tell_owner AFTER INSERT OR UPDATE OF owner_id ON company FOR EACH ROW
  WHEN (NEW.owner_id IS NOT NULL) EXECUTE FUNCTION rempart.tell_owner();
CREATE TRIGGER tell_owner AFTER INSERT OR UPDATE OF owner_id ON deal FOR EACH ROW
  WHEN (NEW.owner_id IS NOT NULL) EXECUTE FUNCTION rempart.tell_owner();
CREATE TRIGGER tell_owner AFTER INSERT OR UPDATE OF owner_id ON document FOR EACH ROW
  WHEN (NEW.owner_id IS NOT NULL) EXECUTE FUNCTION rempart.tell_owner();
CREATE TRIGGER tell_owner AFTER UPDATE OF owner_id ON activity FOR EACH ROW
  WHEN (NEW.owner_id IS NOT NULL) EXECUTE FUNCTION rempart.tell_owner();
CREATE TRIGGER tell_owner_of_new AFTER INSERT ON activity FOR EACH ROW
  WHEN (NEW.series_id IS NULL AND NEW.owner_id IS NOT NULL) EXECUTE FUNCTION rempart.tell_owner();

-- After an import PostgreSQL goes on planning for the tables as they were, for a minute or more: with next to nothing
-- in its statistics it read all companies for each few hundred contacts. The application owns no table, and may not
-- analyse one; it may ask for those that a kept record lies in, and only those are analysed that at least doubled.
CREATE FUNCTION rempart.analyse_grown(tables text[], added bigint[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $body$
DECLARE
  grown text;
BEGIN
  FOR grown IN
    SELECT k.name
    FROM unnest(tables, added) AS t (name, added)
    JOIN rempart.kept_table k ON k.name = t.name
    JOIN pg_class c ON c.oid = ('public.' || quote_ident(k.name))::regclass
    WHERE t.added >= 500 AND t.added >= c.reltuples
    ORDER BY k.position
  LOOP
    EXECUTE format('ANALYZE public.%I', grown);
  END LOOP;
END
$body$;
REVOKE ALL ON FUNCTION rempart.analyse_grown(text[], bigint[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION rempart.analyse_grown(text[], bigint[]) TO rempart_app;
