-- The undo of V0006, which now lists the rows of a change before it joins them with their history. The
-- planner's figures know nothing of a change that is younger than the last ANALYZE: it took an import of
-- 100,000 rows for a single one, and for each of them read all of the history, which grows with every row
-- that is taken back. A list tells it how many there are; the rows in it are locked, so that nobody changes
-- one in between.
CREATE OR REPLACE FUNCTION rempart.undo_change(change uuid,
  OUT archived int, OUT put_back int, OUT restored int, OUT left_alone int) LANGUAGE plpgsql
AS $body$
DECLARE
  k record;
  n int;
  entry uuid;
  touched uuid[];
BEGIN
  archived := 0;
  put_back := 0;
  restored := 0;
  left_alone := 0;
  IF change = rempart.change_id() THEN
    RAISE EXCEPTION 'a change can not undo itself' USING ERRCODE = 'invalid_parameter_value';
  END IF;

  -- Children first, so that a link that the change made does not count as fallen with its contact.
  FOR k IN SELECT name,
                  (SELECT string_agg(format('%1$I = f.%1$I', col), ', ') FROM unnest(rempart.columns_of(name)) col
                   WHERE col NOT IN ('id', 'version', 'created_at', 'created_by', 'created_source', 'changed_at',
                                     'changed_by', 'change_source', 'change_reason', 'change_id')) AS assignments
           FROM rempart.kept_table ORDER BY position DESC LOOP
    EXECUTE format(
      $q$SELECT coalesce(array_agg(id), '{}')
         FROM (SELECT id FROM public.%I WHERE change_id = $1 FOR UPDATE) listed$q$, k.name)
      INTO touched USING change;
    -- the state before the change is the first version that the change ended
    EXECUTE format(
      $q$UPDATE public.%1$I l SET %2$s
         FROM (SELECT DISTINCT ON (h.id) h.* FROM public.%3$I h
               WHERE h.end_change_id = $1 AND h.change_id IS DISTINCT FROM $1 ORDER BY h.id, h.version) f
         WHERE l.id = f.id AND l.id = ANY ($2)$q$, k.name, k.assignments, k.name || '_history')
      USING change, touched;
    GET DIAGNOSTICS n = ROW_COUNT;
    put_back := put_back + n;
  END LOOP;

  PERFORM pg_catalog.set_config('rempart.archive_with', pg_catalog.gen_random_uuid()::text, true);
  FOR k IN SELECT name, belongs_to FROM rempart.kept_table ORDER BY belongs_to <> '{}', position LOOP
    EXECUTE format(
      $q$SELECT coalesce(array_agg(id), '{}')
         FROM (SELECT id FROM public.%I WHERE change_id = $1 FOR UPDATE) listed$q$, k.name)
      INTO touched USING change;
    -- created by the change and not touched since; a row that came back from the bin is not new
    EXECUTE format(
      $q$DELETE FROM public.%1$I l WHERE l.id = ANY ($2) AND NOT EXISTS
           (SELECT FROM public.%2$I h WHERE h.id = l.id AND h.change_id IS DISTINCT FROM $1)$q$,
      k.name, k.name || '_history') USING change, touched;
    GET DIAGNOSTICS n = ROW_COUNT;
    archived := archived + n;
    EXECUTE format(
      $q$SELECT count(DISTINCT h.id)::int FROM public.%2$I h JOIN public.%1$I l ON l.id = h.id
         WHERE (h.change_id = $1 OR h.end_change_id = $1) AND l.change_id <> $1 AND l.change_id <> rempart.change_id()$q$,
      k.name, k.name || '_history') INTO n USING change;
    left_alone := left_alone + n;
  END LOOP;
  PERFORM pg_catalog.set_config('rempart.archive_with', '', true);

  FOR entry IN SELECT archive_id FROM public.archive_entry WHERE change_id = change ORDER BY archived_at LOOP
    restored := restored + rempart.restore(entry, true);
  END LOOP;
END
$body$;
