-- Whoever is asked to a meeting sees it, whoever owns it, and is reminded of it (decision record 0185).

-- Who reads on this connection, where not everything may be read: the application says so, as it says whose records.
CREATE FUNCTION rempart.reader() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
SET search_path = pg_catalog, pg_temp
AS $$ SELECT nullif(current_setting('rempart.reader', true), '')::uuid $$;

-- The activities to which the reader is asked, and what was taken out of series to which they are; none for who may
-- read no activities at all. It looks past the guards, since those ask it.
CREATE FUNCTION rempart.asked_to() RETURNS SETOF uuid LANGUAGE sql STABLE PARALLEL SAFE ROWS 200
SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
  SELECT t.activity_id FROM public.activity_attendee t
  WHERE t.member_id = rempart.reader() AND cardinality(rempart.owners('read', 'activity')) > 0
  UNION ALL
  SELECT a.id FROM public.activity_attendee t JOIN public.activity a ON a.series_id = t.activity_id
  WHERE t.member_id = rempart.reader() AND cardinality(rempart.owners('read', 'activity')) > 0
$$;
GRANT EXECUTE ON FUNCTION rempart.reader(), rempart.asked_to() TO rempart_app;

-- As in V0045; a meeting is seen also by those whom it asks, as long as it is not in the bin. What belongs to it,
-- such as its guests, they see too; to write there, and to see it in the bin, takes what it took before, but for
-- their own answer.
CREATE OR REPLACE FUNCTION rempart.guard(tbl text) RETURNS void LANGUAGE plpgsql
AS $body$
DECLARE
  owned boolean := 'owner_id' = ANY (rempart.columns_of(tbl));
  -- of the live table by act, and of the archive
  reads text;
  writes text;
  updates text;
  archives text;
  archived text;
  past text;
  t text;
BEGIN
  IF owned THEN
    reads := format('(SELECT rempart.owners(''read'', %1$L)) IS NULL OR owner_id = ANY ((SELECT rempart.owners(''read'', %1$L))::uuid[])', tbl);
    writes := replace(reads, '''read''', '''write''');
    archives := replace(reads, '''read''', '''archive''');
    archived := reads;
    past := format('(SELECT rempart.owners(''read'', %1$L)) IS NULL OR EXISTS (SELECT FROM public.%1$I l WHERE l.id = %2$I.id) OR EXISTS (SELECT FROM public.%3$I a WHERE a.id = %2$I.id)',
      tbl, tbl || '_history', tbl || '_archive');
    IF tbl = 'activity' THEN
      -- asked once for a query, and only where a row is somebody else's
      reads := reads || ' OR id IN (SELECT asked FROM rempart.asked_to() asked)';
    END IF;
  ELSE
    SELECT string_agg(format('(%2$I.%3$I IS NULL OR (SELECT rempart.owners(''read'', %1$L)) IS NULL OR EXISTS (SELECT FROM public.%1$I p WHERE p.id = %2$I.%3$I))', b.value, tbl, b.key), ' AND '),
           string_agg(format('(%2$I.%3$I IS NULL OR (SELECT rempart.owners(''read'', %1$L)) IS NULL OR EXISTS (SELECT FROM public.%1$I p WHERE p.id = %2$I.%3$I%5$s) OR EXISTS (SELECT FROM public.%4$I p WHERE p.id = %2$I.%3$I))', b.value, tbl || '_archive', b.key, b.value || '_archive', owned_by), ' AND '),
           string_agg(format('(%2$I.%3$I IS NULL OR (SELECT rempart.owners(''read'', %1$L)) IS NULL OR EXISTS (SELECT FROM public.%1$I p WHERE p.id = %2$I.%3$I) OR EXISTS (SELECT FROM public.%4$I p WHERE p.id = %2$I.%3$I))', b.value, tbl || '_history', b.key, b.value || '_archive'), ' AND '),
           string_agg(format('(%2$I.%3$I IS NULL OR (SELECT rempart.owners(''read'', %1$L)) IS NULL OR EXISTS (SELECT FROM public.%1$I p WHERE p.id = %2$I.%3$I%5$s))', b.value, tbl, b.key, '', owned_by), ' AND ')
    INTO reads, archived, past, writes
    FROM rempart.kept_table k, jsonb_each_text(k.belongs_to) b,
      -- an activity that one sees since one is asked to it is not enough
      LATERAL (SELECT CASE b.value WHEN 'activity' THEN ' AND p.owner_id = ANY ((SELECT rempart.owners(''read'', ''activity''))::uuid[])' ELSE '' END AS owned_by) o
    WHERE k.name = tbl;
    IF reads IS NULL THEN
      RAISE EXCEPTION '% has no owner and belongs to no record: nothing says who may read it', tbl;
    END IF;
    archives := writes;
  END IF;
  updates := writes;
  IF tbl = 'activity_attendee' THEN
    updates := format('(%s) OR ((%s) AND member_id = (SELECT rempart.reader()))', writes, reads);
  END IF;
  FOREACH t IN ARRAY ARRAY[tbl, tbl || '_history', tbl || '_archive'] LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('DROP POLICY IF EXISTS guard_read ON public.%I', t);
  END LOOP;
  EXECUTE format('DROP POLICY IF EXISTS guard_insert ON public.%I', tbl);
  EXECUTE format('DROP POLICY IF EXISTS guard_update ON public.%I', tbl);
  EXECUTE format('DROP POLICY IF EXISTS guard_delete ON public.%I', tbl);
  EXECUTE format('CREATE POLICY guard_read ON public.%I FOR SELECT TO rempart_app USING (%s)', tbl, reads);
  EXECUTE format('CREATE POLICY guard_insert ON public.%I FOR INSERT TO rempart_app WITH CHECK (%s)', tbl, writes);
  EXECUTE format('CREATE POLICY guard_update ON public.%I FOR UPDATE TO rempart_app USING (%s) WITH CHECK (%s)', tbl, updates, updates);
  EXECUTE format('CREATE POLICY guard_delete ON public.%I FOR DELETE TO rempart_app USING (%s)', tbl, archives);
  EXECUTE format('CREATE POLICY guard_read ON public.%I FOR SELECT TO rempart_app USING (%s)', tbl || '_archive', archived);
  EXECUTE format('CREATE POLICY guard_read ON public.%I FOR SELECT TO rempart_app USING (%s)', tbl || '_history', past);
END
$body$;

SELECT rempart.guard('activity');
SELECT rempart.guard(k.name) FROM rempart.kept_table k
WHERE EXISTS (SELECT FROM jsonb_each_text(k.belongs_to) b WHERE b.value = 'activity')
  AND NOT 'owner_id' = ANY (rempart.columns_of(k.name));

-- A reminder is seen by one member at a time: of a meeting there may be several.
ALTER TABLE activity_reminded ADD COLUMN member_id uuid;
UPDATE activity_reminded r SET member_id = a.owner_id FROM activity a WHERE a.id = r.activity_id;
DELETE FROM activity_reminded WHERE member_id IS NULL;
ALTER TABLE activity_reminded ALTER COLUMN member_id SET NOT NULL;
ALTER TABLE activity_reminded DROP CONSTRAINT activity_reminded_pkey;
ALTER TABLE activity_reminded ADD PRIMARY KEY (activity_id, remind_at, member_id);
-- One that nobody saw becomes a notice, once: then it was told, and may still be seen.
ALTER TABLE activity_reminded ALTER COLUMN seen_at DROP NOT NULL;
ALTER TABLE activity_reminded ADD COLUMN told_at timestamptz;
ALTER TABLE activity_reminded ADD CHECK (num_nonnulls(seen_at, told_at) >= 1);
GRANT UPDATE ON activity_reminded TO rempart_app;
-- what came while nobody looked, whoever has it to do
CREATE INDEX activity_remind_all ON activity (remind_at) WHERE remind_at IS NOT NULL AND status = 'OPEN';

-- Members are told of reminders that nobody saw.
ALTER TABLE notice DROP CONSTRAINT notice_kind_check;
ALTER TABLE notice ADD CONSTRAINT notice_kind_check CHECK (kind IN ('ASSIGNED', 'MENTIONED', 'INVITED', 'REMINDED'));
