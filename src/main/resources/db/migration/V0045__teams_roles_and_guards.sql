-- Teams, roles that an organisation makes itself, and the guard that keeps whoever may not read a record
-- from its rows, whatever query asks (decision records 0056 to 0058).

CREATE TABLE team (
  id             uuid PRIMARY KEY,
  version        int NOT NULL DEFAULT 1,
  name           sealed_text NOT NULL,
  created_at     timestamptz NOT NULL DEFAULT now(),
  created_by     uuid,
  created_source text NOT NULL DEFAULT 'manual',
  changed_at     timestamptz NOT NULL DEFAULT now(),
  changed_by     uuid,
  change_source  text NOT NULL DEFAULT 'manual',
  change_reason  text,
  change_id      uuid
);
CREATE INDEX team_change ON team (change_id);

CREATE TABLE team_member (
  id             uuid PRIMARY KEY,
  version        int NOT NULL DEFAULT 1,
  team_id        uuid NOT NULL REFERENCES team (id),
  member_id      uuid NOT NULL REFERENCES member (id),
  -- the two ids again, sealed: a row that somebody else wrote than Rempart puts nobody into a team
  proof          sealed_text NOT NULL,
  created_at     timestamptz NOT NULL DEFAULT now(),
  created_by     uuid,
  created_source text NOT NULL DEFAULT 'manual',
  changed_at     timestamptz NOT NULL DEFAULT now(),
  changed_by     uuid,
  change_source  text NOT NULL DEFAULT 'manual',
  change_reason  text,
  change_id      uuid,
  UNIQUE (team_id, member_id)
);
CREATE INDEX team_member_member ON team_member (member_id);
CREATE INDEX team_member_change ON team_member (change_id);

CREATE TABLE custom_role (
  id             uuid PRIMARY KEY,
  version        int NOT NULL DEFAULT 1,
  name           sealed_text NOT NULL,
  -- the built-in role that it takes away from
  base           text NOT NULL CHECK (base IN ('MANAGER', 'MEMBER', 'READER')),
  -- what it leaves, as JSON: sealed, so that only whoever holds the key can widen it
  rules          sealed_text NOT NULL,
  created_at     timestamptz NOT NULL DEFAULT now(),
  created_by     uuid,
  created_source text NOT NULL DEFAULT 'manual',
  changed_at     timestamptz NOT NULL DEFAULT now(),
  changed_by     uuid,
  change_source  text NOT NULL DEFAULT 'manual',
  change_reason  text,
  change_id      uuid
);
CREATE INDEX custom_role_change ON custom_role (change_id);

-- Proven together with the role; no foreign key, since a role in the bin lets its members see nothing.
ALTER TABLE member ADD COLUMN custom_role_id uuid CHECK (custom_role_id IS NULL OR role IN ('MANAGER', 'MEMBER', 'READER'));
CREATE INDEX member_custom_role ON member (custom_role_id) WHERE custom_role_id IS NOT NULL;

GRANT SELECT, INSERT, UPDATE, DELETE ON team, team_member, custom_role TO rempart_app;

SELECT rempart.keep_history('team');
SELECT rempart.keep_history('team_member', '{"team_id": "team"}');
SELECT rempart.keep_history('custom_role');

-- ── The guard ───────────────────────────────────────────────────────────────────────────────────

-- Whose records of a kind the connection may read, write or archive: the application says so before it
-- lets a member's query run. Null where it may all.
CREATE FUNCTION rempart.owners(act text, kind text) RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE
SET search_path = pg_catalog, pg_temp
AS $$ SELECT nullif(current_setting('rempart.' || act || '.' || kind, true), '')::uuid[] $$;

-- Whether the connection reads for somebody who may not read everything.
CREATE FUNCTION rempart.guarded() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
SET search_path = pg_catalog, pg_temp
AS $$ SELECT coalesce(current_setting('rempart.guarded', true), '') <> '' $$;

-- Whether it may read a record, be it live or in the bin.
CREATE FUNCTION rempart.sees(kind text, record uuid) RETURNS boolean LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, pg_temp
AS $body$
DECLARE
  seen boolean;
BEGIN
  IF to_regclass('public.' || quote_ident(kind || '_archive')) IS NULL THEN
    RETURN false;
  END IF;
  EXECUTE format('SELECT EXISTS (SELECT FROM public.%I WHERE id = $1) OR EXISTS (SELECT FROM public.%I WHERE id = $1)',
    kind, kind || '_archive') INTO seen USING record;
  RETURN seen;
END
$body$;
GRANT EXECUTE ON FUNCTION rempart.owners(text, text), rempart.guarded(), rempart.sees(text, uuid) TO rempart_app;

-- Guards a kept table, its history and its archive: by the record's owner where it has one, else by the
-- records that it belongs to. Its one call stands behind keep_history; safe to call again.
CREATE FUNCTION rempart.guard(tbl text) RETURNS void LANGUAGE plpgsql
AS $body$
DECLARE
  owned boolean := 'owner_id' = ANY (rempart.columns_of(tbl));
  -- of the live table by act, and of the archive
  reads text;
  writes text;
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
  ELSE
    SELECT string_agg(format('(%2$I.%3$I IS NULL OR (SELECT rempart.owners(''read'', %1$L)) IS NULL OR EXISTS (SELECT FROM public.%1$I p WHERE p.id = %2$I.%3$I))', b.value, tbl, b.key), ' AND '),
           string_agg(format('(%2$I.%3$I IS NULL OR (SELECT rempart.owners(''read'', %1$L)) IS NULL OR EXISTS (SELECT FROM public.%1$I p WHERE p.id = %2$I.%3$I) OR EXISTS (SELECT FROM public.%4$I p WHERE p.id = %2$I.%3$I))', b.value, tbl || '_archive', b.key, b.value || '_archive'), ' AND '),
           string_agg(format('(%2$I.%3$I IS NULL OR (SELECT rempart.owners(''read'', %1$L)) IS NULL OR EXISTS (SELECT FROM public.%1$I p WHERE p.id = %2$I.%3$I) OR EXISTS (SELECT FROM public.%4$I p WHERE p.id = %2$I.%3$I))', b.value, tbl || '_history', b.key, b.value || '_archive'), ' AND ')
    INTO reads, archived, past
    FROM rempart.kept_table k, jsonb_each_text(k.belongs_to) b WHERE k.name = tbl;
    IF reads IS NULL THEN
      RAISE EXCEPTION '% has no owner and belongs to no record: nothing says who may read it', tbl;
    END IF;
    writes := reads;
    archives := reads;
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
  EXECUTE format('CREATE POLICY guard_update ON public.%I FOR UPDATE TO rempart_app USING (%s) WITH CHECK (%s)', tbl, writes, writes);
  EXECUTE format('CREATE POLICY guard_delete ON public.%I FOR DELETE TO rempart_app USING (%s)', tbl, archives);
  EXECUTE format('CREATE POLICY guard_read ON public.%I FOR SELECT TO rempart_app USING (%s)', tbl || '_archive', archived);
  EXECUTE format('CREATE POLICY guard_read ON public.%I FOR SELECT TO rempart_app USING (%s)', tbl || '_history', past);
END
$body$;

SELECT rempart.guard('company');
SELECT rempart.guard('contact');
SELECT rempart.guard('deal');
SELECT rempart.guard('contact_company');
SELECT rempart.guard('contact_photo');
SELECT rempart.guard('deal_contact');

-- The bin has a line for whoever may read what lies there.
ALTER TABLE archive_entry ENABLE ROW LEVEL SECURITY;
CREATE POLICY guard_read ON archive_entry FOR SELECT TO rempart_app
  USING ((SELECT NOT rempart.guarded()) OR rempart.sees(root_table, root_id));

-- A draft holds what its record held when it was begun: it opens while its writer may read that.
ALTER TABLE draft ENABLE ROW LEVEL SECURITY;
CREATE POLICY guard_all ON draft FOR ALL TO rempart_app
  USING ((SELECT NOT rempart.guarded()) OR record_id IS NULL OR rempart.sees(kind, record_id)) WITH CHECK (true);
