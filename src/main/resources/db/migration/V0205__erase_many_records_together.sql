-- Of the records of others that go with a person there may be thousands: those of a kind go together, in a
-- few statements, instead of some forty for each (decision record 0199).

-- As rempart.erase_everywhere, for many records of one kind; null where there is none of them.
CREATE FUNCTION rempart.erase_records(kind text, records uuid[]) RETURNS jsonb LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $body$
DECLARE
  k record;
  one uuid;
  here uuid[];
  there uuid[];
  aids uuid[];
  nowhere text;
  counts jsonb := '{}';
BEGIN
  PERFORM FROM rempart.kept_table t WHERE t.name = kind;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'no kind of record is called %', kind USING ERRCODE = 'undefined_table';
  END IF;
  EXECUTE format('SELECT coalesce(array_agg(id), ''{}'') FROM public.%I WHERE id = ANY ($1)', kind) INTO here USING records;
  EXECUTE format('SELECT array_agg(DISTINCT id) FROM (SELECT id FROM public.%1$I WHERE id = ANY ($1) UNION ALL SELECT id FROM public.%2$I WHERE id = ANY ($1) UNION ALL SELECT id FROM public.%3$I WHERE id = ANY ($1)) a',
    kind, kind || '_archive', kind || '_history') INTO there USING records;
  IF there IS NULL THEN
    RETURN NULL;
  END IF;
  -- live ones go through the bin, each with its links: one may have taken the next along
  FOREACH one IN ARRAY here LOOP
    EXECUTE format('DELETE FROM public.%I WHERE id = $1', kind) USING one;
  END LOOP;
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

-- As in V0186, with the records that go whole and those that stay taken together.
CREATE OR REPLACE FUNCTION rempart.erase(kind text, record uuid, others jsonb) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $body$
DECLARE
  who uuid := rempart.require_administrator();
  counts jsonb;
  o record;
BEGIN
  -- whoever comes second waits here, and then finds nobody
  PERFORM pg_advisory_xact_lock(7310610);
  PERFORM set_config('rempart.reason', 'erasure', true);
  counts := rempart.erase_everywhere(kind, record);
  IF counts IS NULL THEN
    RETURN NULL;
  END IF;
  FOR o IN SELECT e ->> 'kind' AS name, array_agg(DISTINCT (e ->> 'record')::uuid) AS records
           FROM jsonb_array_elements(others) e WHERE e ->> 'how' = 'erase' GROUP BY 1 ORDER BY 1 LOOP
    counts := rempart.add_counts(counts, rempart.erase_records(o.name, o.records));
  END LOOP;
  FOR o IN SELECT e ->> 'kind' AS name, (e ->> 'record')::uuid AS record, e -> 'changed' AS changed
           FROM jsonb_array_elements(others) e WHERE e ->> 'how' = 'former' LOOP
    counts := rempart.add_counts(counts, jsonb_build_object(
      o.name || '.versions', rempart.erase_versions(o.name, o.record, o.changed),
      o.name || '.edited', 1));
  END LOOP;
  FOR o IN SELECT e ->> 'kind' AS name, e ->> 'how' AS how, count(*) AS n
           FROM jsonb_array_elements(others) e WHERE e ->> 'how' IN ('frozen', 'left') GROUP BY 1, 2 LOOP
    counts := rempart.add_counts(counts, jsonb_build_object(o.name || '.' || o.how, o.n));
  END LOOP;
  -- what was still to be sent to them is no more
  DELETE FROM public.email_dispatch d
  WHERE NOT EXISTS (SELECT FROM public.email e WHERE e.mail_id = d.mail_id)
    AND NOT EXISTS (SELECT FROM public.invitation_mail i WHERE i.id = d.mail_id);
  PERFORM rempart.append_ledger('erasure', 'erasure', jsonb_build_object(
    'kind', kind, 'record', record, 'by', who, 'records', counts,
    'others', (SELECT coalesce(jsonb_agg(e - 'changed' - 'kept'), '[]') FROM jsonb_array_elements(others) e)));
  RETURN counts;
END
$body$;
