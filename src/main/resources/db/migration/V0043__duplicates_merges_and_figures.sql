-- Pairs of records that may be the same: what the last scan found, and what people said of it. Ids alone. The
-- first id of a pair is the smaller one, so that a pair is kept once.
CREATE TABLE duplicate_pair (
  id         uuid PRIMARY KEY,
  kind       text NOT NULL,
  first_id   uuid NOT NULL,
  second_id  uuid NOT NULL CHECK (first_id < second_id),
  -- EMAIL, PHONE, NAME: why they may be
  reasons    text[] NOT NULL,
  found_at   timestamptz NOT NULL,
  -- who said that they are two
  parted_by  uuid REFERENCES member (id) ON DELETE SET NULL,
  UNIQUE (kind, first_id, second_id)
);
CREATE INDEX duplicate_pair_second ON duplicate_pair (second_id);
CREATE INDEX duplicate_pair_open ON duplicate_pair (kind, found_at DESC, id) WHERE parted_by IS NULL;
GRANT SELECT, INSERT, UPDATE, DELETE ON duplicate_pair TO rempart_app;

-- Makes everything that points at one record point at another of the same kind: links that belong to it, and
-- columns that are named after it (company_id, parent_company_id), in every table whose history is kept, so
-- that a kind of record that comes later is merged without a change here. A link that the other record has
-- already stays behind, and falls with its record. Runs with the caller's rights: the triggers write history,
-- and rempart.undo_change takes it back.
CREATE FUNCTION rempart.point_elsewhere(kind text, from_id uuid, to_id uuid) RETURNS int LANGUAGE plpgsql
AS $body$
DECLARE
  c record;
  r record;
  moved int := 0;
BEGIN
  FOR c IN
    SELECT k.name AS tbl, a.attname AS col
    FROM rempart.kept_table k
    JOIN pg_catalog.pg_attribute a ON a.attrelid = ('public.' || quote_ident(k.name))::regclass
    WHERE a.attnum > 0 AND NOT a.attisdropped AND a.atttypid = 'uuid'::regtype AND a.attname <> 'id'
      AND (k.belongs_to ->> a.attname = kind
        OR a.attname = kind || '_id' OR a.attname LIKE '%\_' || kind || '\_id')
      -- a part of one record alone, such as a photo, stays with its record
      AND NOT EXISTS (
        SELECT FROM pg_catalog.pg_index i
        WHERE i.indrelid = a.attrelid AND i.indisunique AND i.indnkeyatts = 1 AND i.indkey[0] = a.attnum)
    ORDER BY k.position, a.attnum
  LOOP
    FOR r IN EXECUTE format('SELECT id FROM public.%I WHERE %I = $1 ORDER BY id', c.tbl, c.col) USING from_id LOOP
      BEGIN
        EXECUTE format('UPDATE public.%1$I SET %2$I = $1 WHERE id = $2', c.tbl, c.col) USING to_id, r.id;
        moved := moved + 1;
      EXCEPTION WHEN unique_violation OR check_violation THEN
        -- the other record is linked so already, or would point at itself
        NULL;
      END;
    END LOOP;
  END LOOP;
  RETURN moved;
END
$body$;
GRANT EXECUTE ON FUNCTION rempart.point_elsewhere(text, uuid, uuid) TO rempart_app;

-- The undo of V0011, which now brings back first what the change archived: a link that a merge took to the other
-- record goes back to one that is there. It asks the history once for all rows: behind the guard (V0045) the planner
-- can't join the two by a hash, and read all of the history again for each row of a change younger than the last
-- ANALYZE.
CREATE OR REPLACE FUNCTION rempart.undo_change(change uuid,
  OUT archived int, OUT put_back int, OUT restored int, OUT left_alone int) LANGUAGE plpgsql
AS $body$
DECLARE
  k record;
  n int;
  entry uuid;
  touched uuid[];
  older uuid[];
BEGIN
  archived := 0;
  put_back := 0;
  restored := 0;
  left_alone := 0;
  IF change = rempart.change_id() THEN
    RAISE EXCEPTION 'a change can not undo itself' USING ERRCODE = 'invalid_parameter_value';
  END IF;

  -- What a merge made of two has to be there before what pointed at it points at it again.
  FOR entry IN SELECT archive_id FROM public.archive_entry WHERE change_id = change ORDER BY archived_at LOOP
    restored := restored + rempart.restore(entry, true);
  END LOOP;

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
      $q$SELECT coalesce(array_agg(DISTINCT h.id), '{}') FROM public.%I h
         WHERE h.id = ANY ($2) AND h.change_id IS DISTINCT FROM $1$q$, k.name || '_history')
      INTO older USING change, touched;
    EXECUTE format(
      $q$DELETE FROM public.%I l WHERE l.id = ANY (ARRAY(SELECT unnest($1) EXCEPT SELECT unnest($2)))$q$, k.name)
      USING touched, older;
    GET DIAGNOSTICS n = ROW_COUNT;
    archived := archived + n;
    EXECUTE format(
      $q$SELECT coalesce(array_agg(DISTINCT h.id), '{}') FROM public.%I h
         WHERE h.change_id = $1 OR h.end_change_id = $1$q$, k.name || '_history') INTO touched USING change;
    EXECUTE format(
      $q$SELECT count(*)::int FROM public.%I l
         WHERE l.id = ANY ($2) AND l.change_id <> $1 AND l.change_id <> rempart.change_id()$q$, k.name)
      INTO n USING change, touched;
    left_alone := left_alone + n;
  END LOOP;
  PERFORM pg_catalog.set_config('rempart.archive_with', '', true);
END
$body$;

-- What the dashboard counts without reading the rows: new contacts by where they came from.
CREATE INDEX contact_created ON contact (created_at, created_source);
-- and what was won when
CREATE INDEX deal_won ON deal (closed_at) INCLUDE (currency, amount) WHERE state = 'WON';
