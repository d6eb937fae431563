-- Takes a whole change back: an import, a bulk change, a merge, days later. What the change created goes
-- to the bin under one entry, what it changed gets its former values, what it archived comes back.
-- Records that somebody has changed since are left alone and counted; nobody's later work is lost.
-- Runs with the caller's rights: the triggers write history as for any other change.
CREATE FUNCTION rempart.undo_change(change uuid,
  OUT archived int, OUT put_back int, OUT restored int, OUT left_alone int) LANGUAGE plpgsql
AS $body$
DECLARE
  k record;
  n int;
  entry uuid;
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
    -- the state before the change is the first version that the change ended
    EXECUTE format(
      $q$UPDATE public.%1$I l SET %2$s
         FROM (SELECT DISTINCT ON (h.id) h.* FROM public.%3$I h
               WHERE h.end_change_id = $1 AND h.change_id IS DISTINCT FROM $1 ORDER BY h.id, h.version) f
         WHERE l.id = f.id AND l.change_id = $1$q$, k.name, k.assignments, k.name || '_history') USING change;
    GET DIAGNOSTICS n = ROW_COUNT;
    put_back := put_back + n;
  END LOOP;

  PERFORM pg_catalog.set_config('rempart.archive_with', pg_catalog.gen_random_uuid()::text, true);
  FOR k IN SELECT name, belongs_to FROM rempart.kept_table ORDER BY belongs_to <> '{}', position LOOP
    -- created by the change and not touched since; a row that came back from the bin is not new
    EXECUTE format(
      $q$DELETE FROM public.%1$I l WHERE l.change_id = $1 AND NOT EXISTS
           (SELECT FROM public.%2$I h WHERE h.id = l.id AND h.change_id IS DISTINCT FROM $1)$q$,
      k.name, k.name || '_history') USING change;
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
GRANT EXECUTE ON FUNCTION rempart.undo_change(uuid) TO rempart_app;
GRANT EXECUTE ON FUNCTION rempart.columns_of(text) TO rempart_app;
