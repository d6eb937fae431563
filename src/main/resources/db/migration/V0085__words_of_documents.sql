-- The different words of the files of documents, up to a number, for the index in memory (decision record 0085).
-- No business record: it is read from the file, and read again when it is gone.
CREATE TABLE document_words (
  -- the file's
  id        uuid PRIMARY KEY,
  -- READING while a server is at it; NONE where there is nothing to be read
  state     text NOT NULL CHECK (state IN ('READING', 'DONE', 'NONE')),
  attempts  int NOT NULL DEFAULT 1 CHECK (attempts > 0),
  began_at  timestamptz NOT NULL DEFAULT now(),
  words     sealed_text,
  CHECK ((state = 'DONE') = (words IS NOT NULL))
);
GRANT SELECT, INSERT, UPDATE, DELETE ON document_words TO rempart_app;

-- Whoever may not see the file does not see its words.
ALTER TABLE document_words ENABLE ROW LEVEL SECURITY;
CREATE POLICY guard_all ON document_words FOR ALL TO rempart_app
  USING ((SELECT NOT rempart.guarded()) OR EXISTS (SELECT FROM document_file f WHERE f.id = document_words.id))
  WITH CHECK (true);

-- The index of every server hears which document has words now.
CREATE FUNCTION rempart.tell_words() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $body$
DECLARE
  document uuid;
BEGIN
  SELECT f.document_id INTO document FROM public.document_file f WHERE f.id = NEW.id;
  IF document IS NOT NULL THEN
    PERFORM pg_notify('rempart_change', 'document_words:' || TG_OP || ':' || document);
  END IF;
  RETURN NULL;
END
$body$;
CREATE TRIGGER tell_words AFTER INSERT OR UPDATE ON document_words FOR EACH ROW
  WHEN (NEW.state = 'DONE') EXECUTE FUNCTION rempart.tell_words();

-- What is purged is gone with its words. An archived file also goes from there when it comes back; then it lives.
CREATE FUNCTION rempart.forget_words() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $body$
BEGIN
  IF NOT EXISTS (SELECT FROM public.document_file WHERE id = OLD.id) THEN
    DELETE FROM public.document_words WHERE id = OLD.id;
  END IF;
  RETURN NULL;
END
$body$;
CREATE TRIGGER forget_words AFTER DELETE ON document_file_archive FOR EACH ROW EXECUTE FUNCTION rempart.forget_words();
