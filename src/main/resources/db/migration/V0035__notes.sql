-- Notes: what people write down about a contact, a company or a deal. The text is sealed; whom it mentions
-- stands in the text alone.

CREATE TABLE note (
  id             uuid PRIMARY KEY,
  version        int NOT NULL DEFAULT 1,
  -- the one record that it is about, with which it goes to the bin and comes back
  contact_id     uuid REFERENCES contact (id),
  company_id     uuid REFERENCES company (id),
  deal_id        uuid REFERENCES deal (id),
  body           sealed_text NOT NULL,
  pinned         boolean NOT NULL DEFAULT false,
  created_at     timestamptz NOT NULL DEFAULT now(),
  created_by     uuid,
  created_source text NOT NULL DEFAULT 'manual',
  changed_at     timestamptz NOT NULL DEFAULT now(),
  changed_by     uuid,
  change_source  text NOT NULL DEFAULT 'manual',
  change_reason  text,
  change_id      uuid,
  CHECK (num_nonnulls(contact_id, company_id, deal_id) = 1)
);
COMMENT ON COLUMN note.body IS 'HTML of the few elements that eu.rempart.richtext lets through';
-- a record's timeline, newest first, page by page
CREATE INDEX note_contact ON note (contact_id, created_at DESC, id DESC) WHERE contact_id IS NOT NULL;
CREATE INDEX note_company ON note (company_id, created_at DESC, id DESC) WHERE company_id IS NOT NULL;
CREATE INDEX note_deal ON note (deal_id, created_at DESC, id DESC) WHERE deal_id IS NOT NULL;
CREATE INDEX note_change ON note (change_id);

GRANT SELECT, INSERT, UPDATE, DELETE ON note TO rempart_app;

-- As in V0002, but for two things: what may belong to one of several parents has none in the others, and
-- where a unique key says that nulls are the same, they are.
CREATE OR REPLACE FUNCTION rempart.restore_conflicts(aid uuid)
RETURNS TABLE (table_name text, record_id uuid, conflict text, other_table text, other_id uuid, other_archive_id uuid)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $body$
DECLARE
  k record;
  b record;
  u record;
BEGIN
  FOR k IN SELECT * FROM rempart.kept_table ORDER BY position LOOP
    FOR b IN SELECT key AS col, value AS parent FROM jsonb_each_text(k.belongs_to) LOOP
      RETURN QUERY EXECUTE format(
        $q$SELECT %1$L::text, a.id, CASE WHEN p.archive_id IS NULL THEN 'PARENT_PURGED' ELSE 'PARENT_ARCHIVED' END, %2$L::text, a.%3$I, p.archive_id
           FROM public.%4$I a LEFT JOIN public.%5$I p ON p.id = a.%3$I
           WHERE a.archive_id = $1 AND a.%3$I IS NOT NULL AND NOT EXISTS (SELECT FROM public.%2$I l WHERE l.id = a.%3$I)
             AND (p.archive_id IS NULL OR p.archive_id <> $1)$q$,
        k.name, b.parent, b.col, k.name || '_archive', b.parent || '_archive') USING aid;
    END LOOP;
    FOR u IN SELECT string_agg(format(CASE WHEN i.indnullsnotdistinct THEN 'l.%1$I IS NOT DISTINCT FROM a.%1$I' ELSE 'l.%1$I = a.%1$I' END, att.attname), ' AND ') AS same
             FROM pg_index i, unnest(i.indkey::int[]) AS key(n), pg_attribute att
             WHERE i.indrelid = ('public.' || quote_ident(k.name))::regclass AND i.indisunique AND i.indpred IS NULL
               AND att.attrelid = i.indrelid AND att.attnum = key.n
             GROUP BY i.indexrelid LOOP
      RETURN QUERY EXECUTE format(
        $q$SELECT %1$L::text, a.id, 'TAKEN', %1$L::text, l.id, NULL::uuid FROM public.%2$I a JOIN public.%1$I l ON %3$s WHERE a.archive_id = $1$q$,
        k.name, k.name || '_archive', u.same) USING aid;
    END LOOP;
  END LOOP;
END
$body$;

SELECT rempart.keep_history('note', '{"contact_id": "contact", "company_id": "company", "deal_id": "deal"}');
CREATE INDEX ON note_archive (contact_id);
CREATE INDEX ON note_archive (company_id);
CREATE INDEX ON note_archive (deal_id);
