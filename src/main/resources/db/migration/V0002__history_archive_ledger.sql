-- What makes P1 true for every writer: history, archive and ledger are kept by the database itself.
-- A migration that adds a business table calls rempart.keep_history('x') once it stands (and again
-- after it adds a column); history, archive, triggers and grants follow from that one call.

CREATE TABLE rempart.kept_table (
  name       text PRIMARY KEY,
  -- parents come before children: the order in which a restore puts rows back
  position   int GENERATED ALWAYS AS IDENTITY,
  -- column → parent table; a row goes to the bin, and comes back, with each of its parents
  belongs_to jsonb NOT NULL DEFAULT '{}'
);

-- One row for each thing in the bin, whatever its kind.
CREATE TABLE archive_entry (
  archive_id     uuid PRIMARY KEY,
  root_table     text NOT NULL,
  root_id        uuid NOT NULL,
  archived_at    timestamptz NOT NULL,
  archived_by    uuid,
  archive_source text NOT NULL,
  archive_reason text,
  change_id      uuid NOT NULL
);
CREATE INDEX archive_entry_at ON archive_entry (archived_at DESC, archive_id);
CREATE INDEX archive_entry_change ON archive_entry (change_id);
CREATE INDEX archive_entry_root ON archive_entry (root_table, root_id);

-- Append-only and hash-chained: hash = SHA-256(previous hash | seq | at | kind | member | database user | reason | detail).
CREATE TABLE ledger (
  seq           bigint PRIMARY KEY,
  at            timestamptz NOT NULL,
  kind          text NOT NULL,
  member_id     uuid,
  db_user       text NOT NULL,
  reason        text,
  detail        jsonb NOT NULL,
  previous_hash bytea NOT NULL,
  hash          bytea NOT NULL
);

-- A purge that was asked for, waits its delay, and can be stopped by another administrator.
CREATE TABLE purge_request (
  id           uuid PRIMARY KEY,
  requested_by uuid NOT NULL,
  requested_at timestamptz NOT NULL DEFAULT now(),
  due_at       timestamptz NOT NULL,
  reason       text NOT NULL,
  state        text NOT NULL CHECK (state IN ('WAITING', 'DONE', 'STOPPED')),
  ended_at     timestamptz,
  ended_by     uuid,
  archive_ids  uuid[] NOT NULL
);

-- ── Who writes, and why: transaction-local settings that the application makes ──────────────────

CREATE FUNCTION rempart.setting(name text) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
AS $$ SELECT nullif(pg_catalog.current_setting('rempart.' || name, true), '') $$;

CREATE FUNCTION rempart.actor() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
AS $$ SELECT rempart.setting('actor')::uuid $$;

-- A write without an actor is recorded as made by the database user itself.
CREATE FUNCTION rempart.source() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
AS $$ SELECT coalesce(rempart.setting('source'), 'database:' || session_user) $$;

CREATE FUNCTION rempart.change_id() RETURNS uuid LANGUAGE plpgsql
AS $$
BEGIN
  IF rempart.setting('change_id') IS NULL THEN
    PERFORM pg_catalog.set_config('rempart.change_id', pg_catalog.gen_random_uuid()::text, true);
  END IF;
  RETURN rempart.setting('change_id')::uuid;
END
$$;

-- ── Refusals ────────────────────────────────────────────────────────────────────────────────────

CREATE FUNCTION rempart.refuse_truncate() RETURNS trigger LANGUAGE plpgsql
AS $$
BEGIN
  RAISE EXCEPTION 'TRUNCATE of % is refused: records are archived, never erased', TG_TABLE_NAME
    USING ERRCODE = 'insufficient_privilege', HINT = 'DELETE moves rows to the bin; an administrator purges them there.';
END
$$;

-- History and archive are written by the triggers of the live table (trigger depth above zero), and by
-- restore and purge, which say so in a setting of their own. The setting is no key: the application's
-- role lacks the right to write there at all, and the owner could drop the trigger. It stops mistakes.
CREATE FUNCTION rempart.refuse_direct_write() RETURNS trigger LANGUAGE plpgsql
AS $$
BEGIN
  IF rempart.setting('keeper') = 'restore' AND TG_OP <> 'INSERT' AND (TG_TABLE_NAME LIKE '%\_archive' OR TG_TABLE_NAME = 'archive_entry') THEN
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  END IF;
  IF rempart.setting('keeper') = 'purge' AND TG_OP = 'DELETE' THEN
    RETURN OLD;
  END IF;
  IF rempart.setting('keeper') = 'partition' AND TG_OP = 'DELETE' AND TG_TABLE_NAME LIKE '%\_default' THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION '% on % is refused: history and archive are written by the database alone', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'insufficient_privilege';
END
$$;

CREATE FUNCTION rempart.refuse_change() RETURNS trigger LANGUAGE plpgsql
AS $$
BEGIN
  RAISE EXCEPTION '% on % is refused: it is append-only', TG_OP, TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END
$$;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON ledger FOR EACH ROW EXECUTE FUNCTION rempart.refuse_change();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON ledger FOR EACH STATEMENT EXECUTE FUNCTION rempart.refuse_truncate();
CREATE TRIGGER refuse_direct_write BEFORE INSERT OR UPDATE OR DELETE ON archive_entry
  FOR EACH ROW WHEN (pg_catalog.pg_trigger_depth() < 1) EXECUTE FUNCTION rempart.refuse_direct_write();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON archive_entry FOR EACH STATEMENT EXECUTE FUNCTION rempart.refuse_truncate();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON purge_request FOR EACH STATEMENT EXECUTE FUNCTION rempart.refuse_truncate();

-- ── The triple of a table ───────────────────────────────────────────────────────────────────────

CREATE FUNCTION rempart.columns_of(tbl text) RETURNS text[] LANGUAGE sql STABLE
AS $$
  SELECT array_agg(attname::text ORDER BY attnum)
  FROM pg_catalog.pg_attribute
  WHERE attrelid = ('public.' || quote_ident(tbl))::regclass AND attnum > 0 AND NOT attisdropped
$$;

-- Months begin at midnight UTC, whatever the session's time zone: else two sessions would disagree.
CREATE FUNCTION rempart.make_history_partition(tbl text, month date) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  part text := format('%s_history_%s', tbl, to_char(month, 'YYYY_MM'));
  fallback text := tbl || '_history_default';
  starts timestamptz := month::timestamp AT TIME ZONE 'UTC';
  ends timestamptz := (month + interval '1 month')::timestamp AT TIME ZONE 'UTC';
BEGIN
  IF to_regclass('public.' || quote_ident(part)) IS NOT NULL THEN
    RETURN;
  END IF;
  -- Rows that fell into the default partition, while nobody made this month's, move over first.
  EXECUTE format('LOCK TABLE public.%I, public.%I IN ACCESS EXCLUSIVE MODE', tbl || '_history', fallback);
  EXECUTE format('CREATE TABLE public.%I (LIKE public.%I INCLUDING DEFAULTS INCLUDING CONSTRAINTS)', part, tbl || '_history');
  PERFORM set_config('rempart.keeper', 'partition', true);
  EXECUTE format(
    'WITH moved AS (DELETE FROM public.%1$I WHERE valid_to >= %3$L AND valid_to < %4$L RETURNING *) INSERT INTO public.%2$I SELECT * FROM moved',
    fallback, part, starts, ends);
  PERFORM set_config('rempart.keeper', '', true);
  EXECUTE format('ALTER TABLE public.%I ATTACH PARTITION public.%I FOR VALUES FROM (%L) TO (%L)', tbl || '_history', part, starts, ends);
  -- The row triggers of the whole come with the attachment; those of statements do not.
  EXECUTE format('CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON public.%I FOR EACH STATEMENT EXECUTE FUNCTION rempart.refuse_truncate()', part);
END
$$;

-- Makes the partitions of this month and the next three; the application calls it at start and daily.
CREATE FUNCTION rempart.make_history_partitions() RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  t record;
BEGIN
  -- one at a time, should two servers start together
  PERFORM pg_advisory_xact_lock(7310579);
  FOR t IN SELECT k.name, m.month
           FROM rempart.kept_table k, generate_series(0, 3) AS g(n),
                LATERAL (SELECT (date_trunc('month', now() AT TIME ZONE 'UTC') + g.n * interval '1 month')::date AS month) m
           ORDER BY k.position, m.month LOOP
    PERFORM rempart.make_history_partition(t.name, t.month);
  END LOOP;
END
$$;
GRANT EXECUTE ON FUNCTION rempart.make_history_partitions() TO rempart_app;

CREATE FUNCTION rempart.write_triggers(tbl text) RETURNS void LANGUAGE plpgsql
AS $body$
DECLARE
  cols text := (SELECT string_agg(quote_ident(c), ', ') FROM unnest(rempart.columns_of(tbl)) c);
  olds text := (SELECT string_agg('OLD.' || quote_ident(c), ', ') FROM unnest(rempart.columns_of(tbl)) c);
  children text := (
    SELECT coalesce(string_agg(format('  DELETE FROM public.%I WHERE %I = OLD.id;', k.name, b.key), E'\n' ORDER BY k.position), '')
    FROM rempart.kept_table k, jsonb_each_text(k.belongs_to) b WHERE b.value = tbl);
  parents text := (
    SELECT coalesce(string_agg(format(
      $p$  FOR chunk IN SELECT string_agg(p.id::text, ',') FROM (SELECT c.id, (row_number() OVER () - 1) / 200 AS n FROM (SELECT DISTINCT %I AS id FROM changed) c) p GROUP BY p.n LOOP
    PERFORM pg_catalog.pg_notify('rempart_change', %L || chunk);
  END LOOP;$p$, b.key, b.value || ':TOUCH:'), E'\n'), '')
    FROM rempart.kept_table k, jsonb_each_text(k.belongs_to) b WHERE k.name = tbl);
BEGIN
  EXECUTE format($f$
CREATE OR REPLACE FUNCTION rempart.%2$s() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $t$
BEGIN
  -- A row comes back as it lies in the archive; nobody else decides on who made it and when.
  IF rempart.setting('keeper') = 'restore' AND EXISTS (
      SELECT FROM public.%3$I a WHERE a.id = NEW.id AND a.version = NEW.version AND a.created_at = NEW.created_at) THEN
    NEW.version := NEW.version + 1;
  ELSE
    NEW.version := 1;
    NEW.created_at := pg_catalog.clock_timestamp();
    NEW.created_by := rempart.actor();
    NEW.created_source := rempart.source();
  END IF;
  NEW.changed_at := pg_catalog.clock_timestamp();
  NEW.changed_by := rempart.actor();
  NEW.change_source := rempart.source();
  NEW.change_reason := rempart.setting('reason');
  NEW.change_id := rempart.change_id();
  RETURN NEW;
END $t$
$f$, tbl, tbl || '_before_insert', tbl || '_archive');

  EXECUTE format($f$
CREATE OR REPLACE FUNCTION rempart.%2$s() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $t$
DECLARE
  -- the row is locked by now, so time runs forward from version to version
  at timestamptz := greatest(pg_catalog.clock_timestamp(), OLD.changed_at + interval '1 microsecond');
BEGIN
  IF NEW.id <> OLD.id THEN
    RAISE EXCEPTION 'the id of a %1$s never changes (was %%, would be %%)', OLD.id, NEW.id USING ERRCODE = 'check_violation';
  END IF;
  NEW.version := OLD.version + 1;
  NEW.created_at := OLD.created_at;
  NEW.created_by := OLD.created_by;
  NEW.created_source := OLD.created_source;
  NEW.changed_at := at;
  NEW.changed_by := rempart.actor();
  NEW.change_source := rempart.source();
  NEW.change_reason := rempart.setting('reason');
  NEW.change_id := rempart.change_id();
  INSERT INTO public.%3$I (%4$s, valid_from, valid_to, ended_by, end_source, end_reason, end_change_id)
  VALUES (%5$s, OLD.changed_at, at, NEW.changed_by, NEW.change_source, NEW.change_reason, NEW.change_id);
  RETURN NEW;
END $t$
$f$, tbl, tbl || '_before_update', tbl || '_history', cols, olds);

  EXECUTE format($f$
CREATE OR REPLACE FUNCTION rempart.%2$s() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $t$
DECLARE
  at timestamptz := greatest(pg_catalog.clock_timestamp(), OLD.changed_at + interval '1 microsecond');
  together uuid := rempart.setting('archive_with')::uuid;
  aid uuid;
BEGIN
  -- At depth one a person (or a statement) deletes this row; deeper, it falls with its parent.
  IF pg_catalog.pg_trigger_depth() = 1 THEN
    aid := coalesce(together, pg_catalog.gen_random_uuid());
    PERFORM pg_catalog.set_config('rempart.archive_id', aid::text, true);
  ELSE
    aid := rempart.setting('archive_id')::uuid;
  END IF;
  INSERT INTO public.archive_entry
    (archive_id, root_table, root_id, archived_at, archived_by, archive_source, archive_reason, change_id)
  VALUES (aid, %1$L, OLD.id, at, rempart.actor(), rempart.source(), rempart.setting('reason'), rempart.change_id())
  ON CONFLICT (archive_id) DO NOTHING;
  INSERT INTO public.%3$I (%5$s, valid_from, valid_to, ended_by, end_source, end_reason, end_change_id)
  VALUES (%6$s, OLD.changed_at, at, rempart.actor(), rempart.source(), 'archive', rempart.change_id());
  INSERT INTO public.%4$I (%5$s, archived_at, archived_by, archive_source, archive_reason, archive_id)
  VALUES (%6$s, at, rempart.actor(), rempart.source(), rempart.setting('reason'), aid);
%7$s
  RETURN OLD;
END $t$
$f$, tbl, tbl || '_before_delete', tbl || '_history', tbl || '_archive', cols, olds, children);

  EXECUTE format($f$
CREATE OR REPLACE FUNCTION rempart.%2$s() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $t$
DECLARE
  chunk text;
BEGIN
  -- a NOTIFY carries at most 8,000 bytes: 200 ids
  FOR chunk IN SELECT string_agg(c.id::text, ',')
               FROM (SELECT id, (row_number() OVER () - 1) / 200 AS n FROM changed) c GROUP BY c.n LOOP
    PERFORM pg_catalog.pg_notify('rempart_change', '%1$s:' || TG_OP || ':' || chunk);
  END LOOP;
%3$s
  RETURN NULL;
END $t$
$f$, tbl, tbl || '_notify', parents);
END
$body$;

-- Makes, or brings up to date, the history and archive of a table. Safe to call again.
CREATE FUNCTION rempart.keep_history(tbl text, belongs_to jsonb DEFAULT NULL) RETURNS void LANGUAGE plpgsql
AS $body$
DECLARE
  twin text;
  c record;
  op text;
BEGIN
  INSERT INTO rempart.kept_table AS k (name, belongs_to) VALUES (tbl, coalesce(keep_history.belongs_to, '{}'))
  ON CONFLICT (name) DO UPDATE SET belongs_to = coalesce(keep_history.belongs_to, k.belongs_to);

  IF to_regclass('public.' || quote_ident(tbl || '_history')) IS NULL THEN
    EXECUTE format($f$CREATE TABLE public.%I (LIKE public.%I,
        valid_from timestamptz NOT NULL, valid_to timestamptz NOT NULL,
        ended_by uuid, end_source text NOT NULL, end_reason text, end_change_id uuid,
        PRIMARY KEY (id, version, valid_to)) PARTITION BY RANGE (valid_to)$f$, tbl || '_history', tbl);
    EXECUTE format('CREATE TABLE public.%I PARTITION OF public.%I DEFAULT', tbl || '_history_default', tbl || '_history');
    EXECUTE format('CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON public.%I FOR EACH STATEMENT EXECUTE FUNCTION rempart.refuse_truncate()', tbl || '_history_default');
    EXECUTE format('CREATE INDEX ON public.%I (id, valid_to DESC)', tbl || '_history');
    EXECUTE format('CREATE INDEX ON public.%I (valid_to, valid_from)', tbl || '_history');
    EXECUTE format('CREATE INDEX ON public.%I (end_change_id)', tbl || '_history');
    EXECUTE format('CREATE INDEX ON public.%I (changed_by, valid_from)', tbl || '_history');
    EXECUTE format($f$CREATE TABLE public.%I (LIKE public.%I,
        archived_at timestamptz NOT NULL, archived_by uuid, archive_source text NOT NULL, archive_reason text,
        archive_id uuid NOT NULL REFERENCES public.archive_entry (archive_id), PRIMARY KEY (id))$f$, tbl || '_archive', tbl);
    EXECUTE format('CREATE INDEX ON public.%I (archive_id)', tbl || '_archive');
    FOREACH twin IN ARRAY ARRAY[tbl || '_history', tbl || '_archive'] LOOP
      EXECUTE format('CREATE TRIGGER refuse_direct_write BEFORE INSERT OR UPDATE OR DELETE ON public.%I FOR EACH ROW WHEN (pg_catalog.pg_trigger_depth() < 1) EXECUTE FUNCTION rempart.refuse_direct_write()', twin);
      EXECUTE format('CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON public.%I FOR EACH STATEMENT EXECUTE FUNCTION rempart.refuse_truncate()', twin);
      EXECUTE format('GRANT SELECT ON public.%I TO rempart_app', twin);
    END LOOP;
    EXECUTE format('CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON public.%I FOR EACH STATEMENT EXECUTE FUNCTION rempart.refuse_truncate()', tbl);
  END IF;

  -- Columns that the live table gained since.
  FOREACH twin IN ARRAY ARRAY[tbl || '_history', tbl || '_archive'] LOOP
    FOR c IN SELECT a.attname, format_type(a.atttypid, a.atttypmod) AS type
             FROM pg_attribute a
             WHERE a.attrelid = ('public.' || quote_ident(tbl))::regclass AND a.attnum > 0 AND NOT a.attisdropped
               AND NOT a.attname = ANY (rempart.columns_of(twin)) LOOP
      EXECUTE format('ALTER TABLE public.%I ADD COLUMN %I %s', twin, c.attname, c.type);
    END LOOP;
    -- Columns that it has given up: old values stay, new rows have none.
    FOR c IN SELECT a.attname
             FROM pg_attribute a
             WHERE a.attrelid = ('public.' || quote_ident(twin))::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attnotnull
               AND NOT a.attname = ANY (rempart.columns_of(tbl))
               AND NOT a.attname = ANY (ARRAY['valid_from', 'valid_to', 'end_source', 'archived_at', 'archive_source', 'archive_id']) LOOP
      EXECUTE format('ALTER TABLE public.%I ALTER COLUMN %I DROP NOT NULL', twin, c.attname);
    END LOOP;
  END LOOP;

  PERFORM rempart.write_triggers(tbl);
  FOREACH op IN ARRAY ARRAY['insert', 'update', 'delete'] LOOP
    EXECUTE format('CREATE OR REPLACE TRIGGER keep_%s BEFORE %s ON public.%I FOR EACH ROW EXECUTE FUNCTION rempart.%I()',
      op, upper(op), tbl, tbl || '_before_' || op);
    EXECUTE format('CREATE OR REPLACE TRIGGER notify_%s AFTER %s ON public.%I REFERENCING %s TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION rempart.%I()',
      op, upper(op), tbl, CASE op WHEN 'delete' THEN 'OLD' ELSE 'NEW' END, tbl || '_notify');
  END LOOP;
  -- Its parents' triggers must take it along from now on.
  PERFORM rempart.write_triggers(b.value)
  FROM rempart.kept_table k, jsonb_each_text(k.belongs_to) b WHERE k.name = tbl;
  PERFORM rempart.make_history_partition(tbl, (date_trunc('month', now() AT TIME ZONE 'UTC') + n * interval '1 month')::date) FROM generate_series(0, 3) n;
END
$body$;

-- ── Restore ─────────────────────────────────────────────────────────────────────────────────────

-- What stands in the way of restoring: a parent that lies in the bin itself (the row then waits there
-- with it), or a unique value that a live row has taken meanwhile.
CREATE FUNCTION rempart.restore_conflicts(aid uuid)
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
           WHERE a.archive_id = $1 AND NOT EXISTS (SELECT FROM public.%2$I l WHERE l.id = a.%3$I)
             AND (p.archive_id IS NULL OR p.archive_id <> $1)$q$,
        k.name, b.parent, b.col, k.name || '_archive', b.parent || '_archive') USING aid;
    END LOOP;
    FOR u IN SELECT string_agg(format('l.%1$I = a.%1$I', att.attname), ' AND ') AS same
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
GRANT EXECUTE ON FUNCTION rempart.restore_conflicts(uuid) TO rempart_app;

-- Puts everything of one archive_id back, parents first, and answers how many rows. Refuses while there
-- are conflicts, unless leave_conflicts: then rows whose parent lies in the bin move to that parent's
-- entry (they come back with it), and rows whose place is taken stay in the bin.
CREATE FUNCTION rempart.restore(aid uuid, leave_conflicts boolean DEFAULT false) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $body$
DECLARE
  k record;
  c record;
  entry record;
  -- "table:id" of the rows that stay
  stay text[] := '{}';
  restored int := 0;
  n int;
  rest uuid;
  root_stays boolean;
BEGIN
  -- whoever comes second waits here, and then finds nothing
  SELECT * INTO entry FROM public.archive_entry WHERE archive_id = aid FOR UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'archive % is not in the bin', aid USING ERRCODE = 'no_data_found';
  END IF;
  FOR c IN SELECT DISTINCT ON (r.table_name, r.record_id) r.* FROM rempart.restore_conflicts(aid) r
           ORDER BY r.table_name, r.record_id, r.conflict DESC LOOP
    stay := stay || (c.table_name || ':' || c.record_id);
    IF leave_conflicts AND c.conflict = 'PARENT_ARCHIVED' THEN
      PERFORM set_config('rempart.keeper', 'restore', true);
      EXECUTE format('UPDATE public.%I SET archive_id = $1 WHERE id = $2', c.table_name || '_archive') USING c.other_archive_id, c.record_id;
    END IF;
  END LOOP;
  IF cardinality(stay) > 0 AND NOT leave_conflicts THEN
    RAISE EXCEPTION 'archive % can not be restored whole: % rows conflict', aid, cardinality(stay)
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  PERFORM set_config('rempart.keeper', 'restore', true);
  FOR k IN SELECT name, (SELECT string_agg(quote_ident(col), ', ') FROM unnest(rempart.columns_of(name)) col) AS cols
           FROM rempart.kept_table ORDER BY position LOOP
    EXECUTE format(
      $q$INSERT INTO public.%1$I (%3$s) SELECT %3$s FROM public.%2$I a WHERE archive_id = $1 AND %1$L || ':' || a.id <> ALL ($2)$q$,
      k.name, k.name || '_archive', k.cols) USING aid, stay;
    GET DIAGNOSTICS n = ROW_COUNT;
    restored := restored + n;
    EXECUTE format($q$DELETE FROM public.%2$I a WHERE archive_id = $1 AND %1$L || ':' || a.id <> ALL ($2)$q$, k.name, k.name || '_archive')
      USING aid, stay;
  END LOOP;
  -- What stays keeps its entry, under a record that is still there; else the entry has served.
  EXECUTE format('SELECT EXISTS (SELECT FROM public.%I WHERE archive_id = $1 AND id = $2)', entry.root_table || '_archive')
    INTO root_stays USING aid, entry.root_id;
  IF NOT root_stays THEN
    FOR k IN SELECT name FROM rempart.kept_table ORDER BY position LOOP
      EXECUTE format('SELECT id FROM public.%I WHERE archive_id = $1 ORDER BY id LIMIT 1', k.name || '_archive') INTO rest USING aid;
      IF rest IS NOT NULL THEN
        UPDATE public.archive_entry SET root_table = k.name, root_id = rest WHERE archive_id = aid;
        EXIT;
      END IF;
    END LOOP;
    IF rest IS NULL THEN
      DELETE FROM public.archive_entry WHERE archive_id = aid;
    END IF;
  END IF;
  PERFORM set_config('rempart.keeper', '', true);
  RETURN restored;
END
$body$;
GRANT EXECUTE ON FUNCTION rempart.restore(uuid, boolean) TO rempart_app;

-- ── Ledger and purge ────────────────────────────────────────────────────────────────────────────

CREATE FUNCTION rempart.ledger_hash(previous bytea, seq bigint, at timestamptz, kind text, member_id uuid, db_user text, reason text, detail jsonb)
RETURNS bytea LANGUAGE sql IMMUTABLE
AS $$
  SELECT sha256(previous || convert_to(jsonb_build_array(
    seq, (extract(epoch FROM at) * 1000000)::bigint, kind, member_id, db_user, reason, detail)::text, 'UTF8'))
$$;
GRANT EXECUTE ON FUNCTION rempart.ledger_hash(bytea, bigint, timestamptz, text, uuid, text, text, jsonb) TO rempart_app;

CREATE FUNCTION rempart.append_ledger(kind text, reason text, detail jsonb) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  last record;
  now_at timestamptz := pg_catalog.clock_timestamp();
  next_seq bigint;
BEGIN
  -- one writer at a time: a chain has no forks
  PERFORM pg_catalog.pg_advisory_xact_lock(7310578);
  SELECT l.seq, l.hash INTO last FROM public.ledger l ORDER BY l.seq DESC LIMIT 1;
  next_seq := coalesce(last.seq, 0) + 1;
  INSERT INTO public.ledger (seq, at, kind, member_id, db_user, reason, detail, previous_hash, hash)
  VALUES (next_seq, now_at, append_ledger.kind, rempart.actor(), session_user, append_ledger.reason, append_ledger.detail,
    coalesce(last.hash, '\x'),
    rempart.ledger_hash(coalesce(last.hash, '\x'), next_seq, now_at, append_ledger.kind, rempart.actor(), session_user, append_ledger.reason, append_ledger.detail));
  RETURN next_seq;
END
$$;
GRANT EXECUTE ON FUNCTION rempart.append_ledger(text, text, jsonb) TO rempart_app;

-- The first row whose hash does not follow from its content and its predecessor; null if the chain is whole.
CREATE FUNCTION rempart.ledger_break() RETURNS bigint LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
  SELECT min(seq) FROM (
    SELECT seq, hash, previous_hash, at, kind, member_id, db_user, reason, detail,
           lag(hash, 1, '\x'::bytea) OVER (ORDER BY seq) AS expected_previous, row_number() OVER (ORDER BY seq) AS n
    FROM public.ledger) l
  WHERE l.previous_hash <> l.expected_previous OR l.seq <> l.n
     OR l.hash <> rempart.ledger_hash(l.previous_hash, l.seq, l.at, l.kind, l.member_id, l.db_user, l.reason, l.detail)
$$;
GRANT EXECUTE ON FUNCTION rempart.ledger_break() TO rempart_app;

CREATE FUNCTION rempart.require_administrator() RETURNS uuid LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM FROM public.member WHERE id = rempart.actor() AND role = 'ADMINISTRATOR' AND state = 'ACTIVE';
  IF NOT FOUND THEN
    RAISE EXCEPTION 'only an active administrator may do this' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN rempart.actor();
END
$$;

-- Asks for the purge of these entries of the bin, and answers when it is due: after the days that the
-- setting bin.purge-delay-days gives (0 to 30, 7 where it is not set). Null where none is in the bin.
CREATE FUNCTION rempart.request_purge(request uuid, aids uuid[], reason text) RETURNS timestamptz
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  who uuid := rempart.require_administrator();
  days int := coalesce((SELECT value::int FROM public.organisation_setting WHERE name = 'bin.purge-delay-days'), 7);
  due timestamptz := clock_timestamp() + least(30, greatest(0, days)) * interval '1 day';
  found uuid[] := (SELECT array_agg(archive_id ORDER BY archive_id) FROM public.archive_entry WHERE archive_id = ANY (aids));
BEGIN
  IF found IS NULL THEN
    RETURN NULL;
  END IF;
  INSERT INTO public.purge_request (id, requested_by, due_at, reason, state, archive_ids)
  VALUES (request, who, due, request_purge.reason, 'WAITING', found);
  PERFORM rempart.append_ledger('purge.requested', request_purge.reason,
    jsonb_build_object('request', request, 'entries', cardinality(found), 'due', due AT TIME ZONE 'UTC'));
  RETURN due;
END
$$;
GRANT EXECUTE ON FUNCTION rempart.request_purge(uuid, uuid[], text) TO rempart_app;

CREATE FUNCTION rempart.stop_purge(request uuid) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  UPDATE public.purge_request SET state = 'STOPPED', ended_at = now(), ended_by = rempart.require_administrator()
  WHERE id = request AND state = 'WAITING';
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  PERFORM rempart.append_ledger('purge.stopped', NULL, jsonb_build_object('request', request));
  RETURN true;
END
$$;
GRANT EXECUTE ON FUNCTION rempart.stop_purge(uuid) TO rempart_app;

-- Carries out a due request: the archived rows and their history go for good; answers records by kind.
-- Entries that were restored meanwhile are spared.
CREATE FUNCTION rempart.purge(request uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $body$
DECLARE
  r record;
  k record;
  b record;
  n int;
  own int;
  gone uuid[];
  -- other entries that lost a row, and may be empty now
  touched uuid[] := '{}';
  holds boolean;
  aid uuid;
  counts jsonb := '{}';
BEGIN
  SELECT * INTO r FROM public.purge_request WHERE id = request FOR UPDATE;
  IF r.id IS NULL OR r.state <> 'WAITING' THEN
    RAISE EXCEPTION 'purge request % is not waiting', request USING ERRCODE = 'no_data_found';
  END IF;
  IF r.due_at > clock_timestamp() THEN
    RAISE EXCEPTION 'purge request % is due at %, not before', request, r.due_at USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM FROM public.member WHERE id = r.requested_by AND role = 'ADMINISTRATOR' AND state = 'ACTIVE';
  IF NOT FOUND THEN
    RAISE EXCEPTION 'purge request % was made by somebody who is no administrator any more', request USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM pg_catalog.set_config('rempart.keeper', 'purge', true);
  PERFORM FROM public.archive_entry WHERE archive_id = ANY (r.archive_ids) ORDER BY archive_id FOR UPDATE;
  FOR k IN SELECT * FROM rempart.kept_table ORDER BY position DESC LOOP
    n := 0;
    -- children that lie in other entries of the bin, but whose parent goes now, go with it
    FOR b IN SELECT key AS col, value AS parent FROM jsonb_each_text(k.belongs_to) LOOP
      EXECUTE format('DELETE FROM public.%1$I h USING public.%2$I a WHERE h.id = a.id AND a.%3$I IN (SELECT id FROM public.%4$I WHERE archive_id = ANY ($1)) AND a.archive_id <> ALL ($1)',
        k.name || '_history', k.name || '_archive', b.col, b.parent || '_archive') USING r.archive_ids;
      EXECUTE format($q$WITH gone AS (DELETE FROM public.%1$I WHERE %2$I IN (SELECT id FROM public.%3$I WHERE archive_id = ANY ($1)) AND archive_id <> ALL ($1) RETURNING archive_id) SELECT coalesce(array_agg(archive_id), '{}') FROM gone$q$,
        k.name || '_archive', b.col, b.parent || '_archive') INTO gone USING r.archive_ids;
      n := n + cardinality(gone);
      touched := touched || gone;
    END LOOP;
    EXECUTE format('DELETE FROM public.%I h USING public.%I a WHERE h.id = a.id AND a.archive_id = ANY ($1)', k.name || '_history', k.name || '_archive')
      USING r.archive_ids;
    EXECUTE format('DELETE FROM public.%I WHERE archive_id = ANY ($1)', k.name || '_archive') USING r.archive_ids;
    GET DIAGNOSTICS own = ROW_COUNT;
    n := n + own;
    IF n > 0 THEN
      counts := counts || jsonb_build_object(k.name, n);
    END IF;
  END LOOP;
  DELETE FROM public.archive_entry WHERE archive_id = ANY (r.archive_ids);
  FOR aid IN SELECT DISTINCT unnest(touched) LOOP
    holds := false;
    FOR k IN SELECT name FROM rempart.kept_table LOOP
      EXECUTE format('SELECT $1 OR EXISTS (SELECT FROM public.%I WHERE archive_id = $2)', k.name || '_archive') INTO holds USING holds, aid;
    END LOOP;
    IF NOT holds THEN
      DELETE FROM public.archive_entry WHERE archive_id = aid;
    END IF;
  END LOOP;
  UPDATE public.purge_request SET state = 'DONE', ended_at = clock_timestamp() WHERE id = request;
  PERFORM pg_catalog.set_config('rempart.keeper', '', true);
  PERFORM rempart.append_ledger('purge.done', r.reason, jsonb_build_object('request', request, 'requested_by', r.requested_by, 'records', counts));
  RETURN counts;
END
$body$;
GRANT EXECUTE ON FUNCTION rempart.purge(uuid) TO rempart_app;

GRANT SELECT ON archive_entry, ledger, purge_request, rempart.kept_table TO rempart_app;
GRANT EXECUTE ON FUNCTION rempart.setting(text), rempart.actor(), rempart.source(), rempart.change_id() TO rempart_app;
