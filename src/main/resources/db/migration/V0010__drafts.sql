-- What somebody typed into a form and did not save yet, so that neither a lock nor a closed tab takes
-- it. Sealed like the records; gone when it is saved or given up, and after some days.
CREATE TABLE draft (
  id             uuid PRIMARY KEY,
  member_id      uuid NOT NULL REFERENCES member (id) ON DELETE CASCADE,
  kind           text NOT NULL,
  -- the record that is being changed; null for a new one. No foreign key: it may lie in the bin
  record_id      uuid,
  -- the version on which the member began
  begun_version  int NOT NULL,
  -- the record before, and what is typed
  typed          sealed_text NOT NULL,
  changed_at     timestamptz NOT NULL,
  UNIQUE NULLS NOT DISTINCT (member_id, kind, record_id)
);
CREATE INDEX draft_changed ON draft (changed_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON draft TO rempart_app;

-- Who is purged is gone from drafts too. An entry also ends when its record comes back; then it lives.
CREATE FUNCTION rempart.forget_drafts() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $body$
DECLARE
  lives boolean;
BEGIN
  EXECUTE format('SELECT EXISTS (SELECT FROM public.%I WHERE id = $1)', OLD.root_table) INTO lives USING OLD.root_id;
  IF NOT lives THEN
    DELETE FROM public.draft WHERE record_id = OLD.root_id;
  END IF;
  RETURN NULL;
END
$body$;
CREATE TRIGGER forget_drafts AFTER DELETE ON archive_entry FOR EACH ROW EXECUTE FUNCTION rempart.forget_drafts();
