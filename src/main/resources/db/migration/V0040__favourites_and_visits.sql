-- What a member marked, and what they looked at last: ids alone, nothing to seal. They are no records of the
-- business: they have no history, and go with their member or with the purge of what they point at.

CREATE TABLE favourite (
  member_id uuid NOT NULL REFERENCES member (id) ON DELETE CASCADE,
  kind      text NOT NULL,
  record_id uuid NOT NULL,
  marked_at timestamptz NOT NULL,
  PRIMARY KEY (member_id, kind, record_id)
);
CREATE INDEX favourite_record ON favourite (record_id);

CREATE TABLE visit (
  member_id  uuid NOT NULL REFERENCES member (id) ON DELETE CASCADE,
  kind       text NOT NULL,
  record_id  uuid NOT NULL,
  visited_at timestamptz NOT NULL,
  PRIMARY KEY (member_id, kind, record_id)
);
CREATE INDEX visit_latest ON visit (member_id, visited_at DESC);
CREATE INDEX visit_record ON visit (record_id);

GRANT SELECT, INSERT, UPDATE, DELETE ON favourite, visit TO rempart_app;

-- As rempart.forget_drafts does: an entry also ends when its record comes back; then it lives.
CREATE FUNCTION rempart.forget_marks() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $body$
DECLARE
  lives boolean;
BEGIN
  EXECUTE format('SELECT EXISTS (SELECT FROM public.%I WHERE id = $1)', OLD.root_table) INTO lives USING OLD.root_id;
  IF NOT lives THEN
    DELETE FROM public.favourite WHERE record_id = OLD.root_id;
    DELETE FROM public.visit WHERE record_id = OLD.root_id;
  END IF;
  RETURN NULL;
END
$body$;
CREATE TRIGGER forget_marks AFTER DELETE ON archive_entry FOR EACH ROW EXECUTE FUNCTION rempart.forget_marks();
