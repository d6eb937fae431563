-- What members are told of: that a record was handed to them, that somebody mentioned them. A notice holds
-- ids alone; whose record it may not be any more does not see it.
CREATE TABLE notice (
  id          uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  member_id   uuid NOT NULL REFERENCES member (id) ON DELETE CASCADE,
  kind        text NOT NULL CHECK (kind IN ('ASSIGNED', 'MENTIONED')),
  record_kind text NOT NULL,
  record_id   uuid NOT NULL,
  by_id       uuid,
  at          timestamptz NOT NULL DEFAULT clock_timestamp(),
  read_at     timestamptz,
  -- when it was counted in a letter
  mailed_at   timestamptz
);
CREATE INDEX notice_member ON notice (member_id, at DESC, id DESC);
CREATE INDEX notice_unread ON notice (member_id) WHERE read_at IS NULL;
CREATE INDEX notice_unmailed ON notice (member_id, at) WHERE read_at IS NULL AND mailed_at IS NULL;
CREATE INDEX notice_record ON notice (record_id);
GRANT SELECT, INSERT, UPDATE, DELETE ON notice TO rempart_app;

ALTER TABLE notice ENABLE ROW LEVEL SECURITY;
CREATE POLICY guard_all ON notice FOR ALL TO rempart_app
  USING ((SELECT NOT rempart.guarded()) OR rempart.sees(record_kind, record_id)) WITH CHECK (true);

-- What a member chose to be told, and how often by mail. The kinds that are left out are wanted.
CREATE TABLE notice_choice (
  member_id  uuid PRIMARY KEY REFERENCES member (id) ON DELETE CASCADE,
  unwanted   text[] NOT NULL DEFAULT '{}',
  mail       text NOT NULL DEFAULT 'DAILY' CHECK (mail IN ('NEVER', 'HOURLY', 'DAILY')),
  last_mail  timestamptz
);
GRANT SELECT, INSERT, UPDATE, DELETE ON notice_choice TO rempart_app;

-- Pages of the member hear of it, on whatever server.
CREATE FUNCTION rempart.tell_notices() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $body$
DECLARE
  chunk text;
BEGIN
  FOR chunk IN SELECT string_agg(c.member_id::text, ',')
               FROM (SELECT m.member_id, (row_number() OVER () - 1) / 200 AS n
                     FROM (SELECT DISTINCT member_id FROM changed) m) c GROUP BY c.n LOOP
    PERFORM pg_notify('rempart_change', 'notice:' || TG_OP || ':' || chunk);
  END LOOP;
  RETURN NULL;
END
$body$;
CREATE TRIGGER tell_insert AFTER INSERT ON notice REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION rempart.tell_notices();
CREATE TRIGGER tell_update AFTER UPDATE ON notice REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION rempart.tell_notices();

-- Whoever gets a record from somebody else is told, unless a file, the demo or the clock brought it.
CREATE FUNCTION rempart.tell_owner() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $body$
BEGIN
  IF NEW.owner_id IS NOT NULL AND rempart.source() = 'manual' AND NEW.owner_id IS DISTINCT FROM rempart.actor()
     AND rempart.setting('keeper') IS NULL
     AND (TG_OP = 'INSERT' OR NEW.owner_id IS DISTINCT FROM OLD.owner_id)
     AND NOT EXISTS (SELECT FROM public.notice_choice c WHERE c.member_id = NEW.owner_id AND 'ASSIGNED' = ANY (c.unwanted))
     AND EXISTS (SELECT FROM public.member m WHERE m.id = NEW.owner_id AND m.state = 'ACTIVE') THEN
    INSERT INTO public.notice (member_id, kind, record_kind, record_id, by_id)
    VALUES (NEW.owner_id, 'ASSIGNED', TG_TABLE_NAME, NEW.id, rempart.actor());
  END IF;
  RETURN NULL;
END
$body$;
CREATE TRIGGER tell_owner AFTER INSERT OR UPDATE OF owner_id ON contact FOR EACH ROW EXECUTE FUNCTION rempart.tell_owner();
CREATE TRIGGER tell_owner AFTER INSERT OR UPDATE OF owner_id ON company FOR EACH ROW EXECUTE FUNCTION rempart.tell_owner();
CREATE TRIGGER tell_owner AFTER INSERT OR UPDATE OF owner_id ON deal FOR EACH ROW EXECUTE FUNCTION rempart.tell_owner();

-- Who has a page of a record open at the moment: gone after a crash, and worth nothing later.
CREATE UNLOGGED TABLE presence (
  page      uuid PRIMARY KEY,
  member_id uuid NOT NULL,
  kind      text NOT NULL,
  record_id uuid NOT NULL,
  seen_at   timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX presence_record ON presence (record_id);
GRANT SELECT, INSERT, UPDATE, DELETE ON presence TO rempart_app;
ALTER TABLE presence ENABLE ROW LEVEL SECURITY;
CREATE POLICY guard_all ON presence FOR ALL TO rempart_app
  USING ((SELECT NOT rempart.guarded()) OR rempart.sees(kind, record_id)) WITH CHECK (true);

CREATE FUNCTION rempart.tell_presence() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $body$
DECLARE
  changed public.presence;
BEGIN
  changed := CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  PERFORM pg_notify('rempart_change', 'presence:' || TG_OP || ':' || changed.record_id);
  RETURN NULL;
END
$body$;
CREATE TRIGGER tell AFTER INSERT OR DELETE ON presence FOR EACH ROW EXECUTE FUNCTION rempart.tell_presence();

-- Whoever begins to type is editing: their draft says so.
CREATE FUNCTION rempart.tell_draft() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $body$
DECLARE
  changed public.draft;
BEGIN
  changed := CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  IF changed.record_id IS NOT NULL THEN
    PERFORM pg_notify('rempart_change', 'presence:' || TG_OP || ':' || changed.record_id);
  END IF;
  RETURN NULL;
END
$body$;
CREATE TRIGGER tell AFTER INSERT OR DELETE ON draft FOR EACH ROW EXECUTE FUNCTION rempart.tell_draft();
