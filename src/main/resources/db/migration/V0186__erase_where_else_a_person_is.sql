-- Erases, with a person, what an administrator chose of the records of others (decision record 0186): whole
-- records, such as mails with the person that lie on a deal, and former versions of texts that named them.

DROP FUNCTION rempart.erase(text, uuid);

-- Takes versions out of the history of a record that stays; each is known by when it was written. Of a quote
-- those alone that were a draft: an issued one stays as it is.
CREATE FUNCTION rempart.erase_versions(kind text, record uuid, changed jsonb) RETURNS int LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $body$
DECLARE
  frozen boolean;
  n int;
BEGIN
  PERFORM FROM rempart.kept_table t WHERE t.name = kind;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'no kind of record is called %', kind USING ERRCODE = 'undefined_table';
  END IF;
  IF kind = 'quote' THEN
    SELECT EXISTS (SELECT FROM public.quote_history h WHERE h.id = record AND h.state <> 'DRAFT'
      AND h.changed_at IN (SELECT c::timestamptz FROM jsonb_array_elements_text(changed) c)) INTO frozen;
    IF frozen THEN
      RAISE EXCEPTION 'quote % is issued and stays as it is', record USING ERRCODE = 'check_violation';
    END IF;
  END IF;
  PERFORM set_config('rempart.keeper', 'purge', true);
  EXECUTE format('DELETE FROM public.%I WHERE id = $1 AND changed_at IN (SELECT c::timestamptz FROM jsonb_array_elements_text($2) c)', kind || '_history')
    USING record, changed;
  GET DIAGNOSTICS n = ROW_COUNT;
  PERFORM set_config('rempart.keeper', '', true);
  RETURN n;
END
$body$;

CREATE FUNCTION rempart.add_counts(counts jsonb, more jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog, pg_temp AS $$
  SELECT coalesce(jsonb_object_agg(key, n), '{}') FROM (
    SELECT key, sum(value::int) AS n
    FROM (SELECT * FROM jsonb_each_text(counts) UNION ALL SELECT * FROM jsonb_each_text(coalesce(more, '{}'))) all_counts
    GROUP BY key) summed
$$;

-- As in V0047, with other records: an array of {kind, record, how}, where "erase" takes the whole record,
-- "former" the versions that were written at the times of "changed", and "frozen" and "left" touch nothing:
-- they stay, the one by law, the other because the administrator said so, and the ledger counts them.
CREATE FUNCTION rempart.erase(kind text, record uuid, others jsonb) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $body$
DECLARE
  who uuid := rempart.require_administrator();
  counts jsonb;
  more jsonb;
  o jsonb;
BEGIN
  -- whoever comes second waits here, and then finds nobody
  PERFORM pg_advisory_xact_lock(7310610);
  PERFORM set_config('rempart.reason', 'erasure', true);
  counts := rempart.erase_everywhere(kind, record);
  IF counts IS NULL THEN
    RETURN NULL;
  END IF;
  FOR o IN SELECT e FROM jsonb_array_elements(others) e LOOP
    more := CASE o ->> 'how'
      WHEN 'erase' THEN rempart.erase_everywhere(o ->> 'kind', (o ->> 'record')::uuid)
      WHEN 'former' THEN jsonb_build_object(
        (o ->> 'kind') || '.versions', rempart.erase_versions(o ->> 'kind', (o ->> 'record')::uuid, o -> 'changed'),
        (o ->> 'kind') || '.edited', 1)
      WHEN 'frozen' THEN jsonb_build_object((o ->> 'kind') || '.frozen', 1)
      WHEN 'left' THEN jsonb_build_object((o ->> 'kind') || '.left', 1)
    END;
    counts := rempart.add_counts(counts, more);
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

-- For a restored backup: takes the former texts out again. Where the backup is older than the text that took
-- their place, that one comes back too: it lies outside of the database, sealed as it was in it.
CREATE FUNCTION rempart.erase_former_again(kind text, record uuid, changed jsonb, kept jsonb) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $body$
DECLARE
  texts text;
  others text;
  which text;
  binned int := 0;
  n int;
BEGIN
  PERFORM FROM rempart.kept_table t WHERE t.name = kind;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'no kind of record is called %', kind USING ERRCODE = 'undefined_table';
  END IF;
  PERFORM set_config('rempart.reason', 'erasure', true);
  -- a column that a later version gave up has no text to put back
  SELECT string_agg(format('%I = decode(%L, ''base64'')', key, value), ', '),
         string_agg(format('%I IS DISTINCT FROM decode(%L, ''base64'')', key, value), ' OR ')
  INTO texts, others
  FROM jsonb_each_text(kept) WHERE key = ANY (rempart.columns_of(kind));
  IF texts IS NOT NULL THEN
    which := 'id = $1 AND changed_at IN (SELECT c::timestamptz FROM jsonb_array_elements_text($2) c)';
    IF kind = 'quote' THEN
      which := which || ' AND state = ''DRAFT''';
    END IF;
    EXECUTE format('UPDATE public.%I SET %s WHERE %s', kind, texts, which) USING record, changed;
    -- in the bin it has no versions: there it changes where it lies, once
    PERFORM set_config('rempart.keeper', 'restore', true);
    EXECUTE format('UPDATE public.%I SET %s WHERE %s AND (%s)', kind || '_archive', texts, which, others)
      USING record, changed;
    GET DIAGNOSTICS binned = ROW_COUNT;
    PERFORM set_config('rempart.keeper', '', true);
  END IF;
  n := binned + rempart.erase_versions(kind, record, changed);
  IF n = 0 THEN
    RETURN false;
  END IF;
  PERFORM rempart.append_ledger('erasure.again', 'erasure',
    jsonb_build_object('kind', kind, 'record', record, 'records', jsonb_build_object(kind || '.versions', n)));
  RETURN true;
END
$body$;
GRANT EXECUTE ON FUNCTION rempart.erase(text, uuid, jsonb), rempart.erase_former_again(text, uuid, jsonb, jsonb) TO rempart_app;
