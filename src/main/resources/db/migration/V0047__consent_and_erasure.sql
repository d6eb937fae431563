-- What a person agreed to, or took back, one row for each purpose; how it came about stays in its history.
CREATE TABLE consent (
  id             uuid PRIMARY KEY,
  version        int NOT NULL DEFAULT 1,
  contact_id     uuid NOT NULL REFERENCES contact (id),
  purpose        sealed_text NOT NULL,
  given          boolean NOT NULL,
  -- the day on which they said so
  said_on        date NOT NULL,
  -- where they said so, such as a form or a call
  source         sealed_text,
  created_at     timestamptz NOT NULL DEFAULT now(),
  created_by     uuid,
  created_source text NOT NULL DEFAULT 'manual',
  changed_at     timestamptz NOT NULL DEFAULT now(),
  changed_by     uuid,
  change_source  text NOT NULL DEFAULT 'manual',
  change_reason  text,
  change_id      uuid
);
CREATE INDEX consent_contact ON consent (contact_id);
CREATE INDEX consent_change ON consent (change_id);
GRANT SELECT, INSERT, UPDATE, DELETE ON consent TO rempart_app;
SELECT rempart.keep_history('consent', '{"contact_id": "contact"}');
CREATE INDEX ON consent_history (contact_id);
CREATE INDEX ON consent_archive (contact_id);
SELECT rempart.guard('consent');

-- Removes rows of a kind, and all that belongs to them, from archive and history; adds to the counts.
CREATE FUNCTION rempart.erase_rows(kind text, ids uuid[], counts jsonb) RETURNS jsonb LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $body$
DECLARE
  k record;
  children uuid[];
  n int;
BEGIN
  IF cardinality(ids) = 0 THEN
    RETURN counts;
  END IF;
  FOR k IN SELECT t.name, b.key AS col FROM rempart.kept_table t, jsonb_each_text(t.belongs_to) b
           WHERE b.value = kind ORDER BY t.position DESC LOOP
    EXECUTE format('SELECT coalesce(array_agg(DISTINCT c.id), ''{}'') FROM (SELECT id FROM public.%1$I WHERE %3$I = ANY ($1) UNION ALL SELECT id FROM public.%2$I WHERE %3$I = ANY ($1)) c',
      k.name || '_archive', k.name || '_history', k.col) INTO children USING ids;
    counts := rempart.erase_rows(k.name, children, counts);
  END LOOP;
  EXECUTE format('DELETE FROM public.%I WHERE id = ANY ($1)', kind || '_history') USING ids;
  GET DIAGNOSTICS n = ROW_COUNT;
  counts := counts || jsonb_build_object(kind || '.versions', coalesce((counts ->> (kind || '.versions'))::int, 0) + n);
  EXECUTE format('DELETE FROM public.%I WHERE id = ANY ($1)', kind || '_archive') USING ids;
  GET DIAGNOSTICS n = ROW_COUNT;
  RETURN counts || jsonb_build_object(kind, coalesce((counts ->> kind)::int, 0) + n);
END
$body$;

-- Erases one record with all that belongs to it, wherever it lies, and all that hints at it; answers how many
-- rows of each kind went, null where there is no such record.
CREATE FUNCTION rempart.erase_everywhere(kind text, record uuid) RETURNS jsonb LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $body$
DECLARE
  k record;
  aid uuid;
  aids uuid[];
  holds boolean := false;
  there boolean;
  counts jsonb := '{}';
BEGIN
  PERFORM FROM rempart.kept_table t WHERE t.name = kind;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'no kind of record is called %', kind USING ERRCODE = 'undefined_table';
  END IF;
  EXECUTE format('SELECT EXISTS (SELECT FROM public.%1$I WHERE id = $1) OR EXISTS (SELECT FROM public.%2$I WHERE id = $1) OR EXISTS (SELECT FROM public.%3$I WHERE id = $1)',
    kind, kind || '_archive', kind || '_history') INTO there USING record;
  IF NOT there THEN
    RETURN NULL;
  END IF;
  -- a live one goes through the bin, with its links
  EXECUTE format('DELETE FROM public.%I WHERE id = $1', kind) USING record;
  -- entries of the bin that may hold nothing afterwards
  SELECT coalesce(array_agg(e.archive_id), '{}') INTO aids FROM public.archive_entry e WHERE e.root_id = record;
  FOR k IN SELECT t.name, b.key AS col FROM rempart.kept_table t, jsonb_each_text(t.belongs_to) b WHERE b.value = kind LOOP
    EXECUTE format('SELECT $1 || coalesce(array_agg(DISTINCT archive_id), ''{}'') FROM public.%I WHERE %I = $2', k.name || '_archive', k.col)
      INTO aids USING aids, record;
  END LOOP;
  EXECUTE format('SELECT $1 || coalesce(array_agg(archive_id), ''{}'') FROM public.%I WHERE id = $2', kind || '_archive')
    INTO aids USING aids, record;
  PERFORM set_config('rempart.keeper', 'purge', true);
  counts := rempart.erase_rows(kind, ARRAY[record], counts);
  FOR aid IN SELECT DISTINCT unnest(aids) LOOP
    holds := false;
    FOR k IN SELECT name FROM rempart.kept_table LOOP
      EXECUTE format('SELECT $1 OR EXISTS (SELECT FROM public.%I WHERE archive_id = $2)', k.name || '_archive') INTO holds USING holds, aid;
    END LOOP;
    IF NOT holds THEN
      DELETE FROM public.archive_entry WHERE archive_id = aid;
    END IF;
  END LOOP;
  DELETE FROM public.draft WHERE record_id = record;
  DELETE FROM public.notice WHERE record_id = record;
  PERFORM set_config('rempart.keeper', '', true);
  RETURN counts;
END
$body$;

-- Erases a person at the request of an administrator, and writes the ledger: what kind, how many, who, when;
-- of the person the id alone, which says nothing once the record is gone, and by which a restored backup is
-- gone through again.
CREATE FUNCTION rempart.erase(kind text, record uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $body$
DECLARE
  who uuid := rempart.require_administrator();
  counts jsonb;
BEGIN
  PERFORM set_config('rempart.reason', 'erasure', true);
  counts := rempart.erase_everywhere(kind, record);
  IF counts IS NOT NULL THEN
    PERFORM rempart.append_ledger('erasure', 'erasure',
      jsonb_build_object('kind', kind, 'record', record, 'by', who, 'records', counts));
  END IF;
  RETURN counts;
END
$body$;

-- The same for whom a restored backup brought back: the application remembers them outside of the database.
CREATE FUNCTION rempart.erase_again(kind text, record uuid) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $body$
DECLARE
  counts jsonb;
BEGIN
  PERFORM set_config('rempart.reason', 'erasure', true);
  counts := rempart.erase_everywhere(kind, record);
  IF counts IS NULL THEN
    RETURN false;
  END IF;
  PERFORM rempart.append_ledger('erasure.again', 'erasure',
    jsonb_build_object('kind', kind, 'record', record, 'records', counts));
  RETURN true;
END
$body$;
GRANT EXECUTE ON FUNCTION rempart.erase(text, uuid), rempart.erase_again(text, uuid) TO rempart_app;
