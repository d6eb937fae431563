-- What lay in the bin when an erasure began, and was restored while it went on, stayed live without its history,
-- while ledger and certificate said that it went. The entries of the bin are held from the start: who restores
-- one waits, and then finds nothing; who was first has brought back what goes by way of the bin once more.

CREATE OR REPLACE FUNCTION rempart.erase_records(kind text, records uuid[]) RETURNS jsonb LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $body$
DECLARE
  k record;
  one uuid;
  here uuid[];
  there uuid[];
  aids uuid[];
  nowhere text;
  counts jsonb := '{}';
  rounds int := 0;
BEGIN
  PERFORM FROM rempart.kept_table t WHERE t.name = kind;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'no kind of record is called %', kind USING ERRCODE = 'undefined_table';
  END IF;
  LOOP
    -- in the order of a purge, which holds them as well
    EXECUTE format('SELECT e.archive_id FROM public.archive_entry e WHERE e.archive_id IN (SELECT a.archive_id FROM public.%I a WHERE a.id = ANY ($1)) ORDER BY e.archive_id FOR UPDATE', kind || '_archive')
      USING records;
    -- read after that: what was being restored is back by now
    EXECUTE format('SELECT coalesce(array_agg(id), ''{}'') FROM public.%I WHERE id = ANY ($1)', kind) INTO here USING records;
    EXIT WHEN cardinality(here) = 0;
    rounds := rounds + 1;
    IF rounds > 5 THEN
      RAISE EXCEPTION 'records of the kind % do not go', kind USING ERRCODE = 'serialization_failure';
    END IF;
    -- live ones go through the bin, each with its links: one may have taken the next along
    FOREACH one IN ARRAY here LOOP
      EXECUTE format('DELETE FROM public.%I WHERE id = $1', kind) USING one;
    END LOOP;
  END LOOP;
  EXECUTE format('SELECT array_agg(DISTINCT id) FROM (SELECT id FROM public.%1$I WHERE id = ANY ($1) UNION ALL SELECT id FROM public.%2$I WHERE id = ANY ($1)) a',
    kind || '_archive', kind || '_history') INTO there USING records;
  IF there IS NULL THEN
    RETURN NULL;
  END IF;
  -- entries of the bin that may hold nothing afterwards
  SELECT coalesce(array_agg(e.archive_id), '{}') INTO aids FROM public.archive_entry e WHERE e.root_id = ANY (there);
  FOR k IN SELECT t.name, b.key AS col FROM rempart.kept_table t, jsonb_each_text(t.belongs_to) b WHERE b.value = kind LOOP
    EXECUTE format('SELECT $1 || coalesce(array_agg(DISTINCT archive_id), ''{}'') FROM public.%I WHERE %I = ANY ($2)', k.name || '_archive', k.col)
      INTO aids USING aids, there;
  END LOOP;
  EXECUTE format('SELECT $1 || coalesce(array_agg(archive_id), ''{}'') FROM public.%I WHERE id = ANY ($2)', kind || '_archive')
    INTO aids USING aids, there;
  PERFORM set_config('rempart.keeper', 'purge', true);
  counts := rempart.erase_rows(kind, there, counts);
  SELECT string_agg(format('NOT EXISTS (SELECT FROM public.%I a WHERE a.archive_id = e.archive_id)', t.name || '_archive'), ' AND ')
  INTO nowhere FROM rempart.kept_table t;
  EXECUTE 'DELETE FROM public.archive_entry e WHERE e.archive_id = ANY ($1) AND ' || nowhere USING aids;
  DELETE FROM public.draft WHERE record_id = ANY (there);
  DELETE FROM public.notice WHERE record_id = ANY (there);
  PERFORM set_config('rempart.keeper', '', true);
  RETURN counts;
END
$body$;

-- One record goes as many do.
CREATE OR REPLACE FUNCTION rempart.erase_everywhere(kind text, record uuid) RETURNS jsonb LANGUAGE sql
SET search_path = pg_catalog, pg_temp AS $body$
  SELECT rempart.erase_records(kind, ARRAY[record])
$body$;
