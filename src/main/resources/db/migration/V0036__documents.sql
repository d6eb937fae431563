-- Documents: files of any kind and size, in chunks that are sealed one by one, with folders, versions, and
-- links to several records. A dump tells how many there are, their times, whom they are linked with, and
-- their lengths, padded as eu.rempart.vault.content.ContentSize says.

CREATE DOMAIN sealed_key AS bytea;

CREATE TABLE document_folder (
  id             uuid PRIMARY KEY,
  version        int NOT NULL DEFAULT 1,
  -- A soft reference: only an empty folder goes to the bin.
  parent_id      uuid CHECK (parent_id <> id),
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
CREATE INDEX document_folder_parent ON document_folder (parent_id);
CREATE INDEX document_folder_change ON document_folder (change_id);

CREATE TABLE document (
  id             uuid PRIMARY KEY,
  version        int NOT NULL DEFAULT 1,
  owner_id       uuid,
  name           sealed_text NOT NULL,
  -- A soft reference: what lay in a folder that is gone lies beside the folders.
  folder_id      uuid,
  kind           text CHECK (kind IN ('CONTRACT', 'OFFER', 'INVOICE', 'MINUTES', 'PICTURE', 'OTHER')),
  state          text NOT NULL DEFAULT 'VALID' CHECK (state IN ('DRAFT', 'VALID', 'OUTDATED')),
  published      date,
  expires        date,
  description    sealed_text,
  -- the file that counts: the newest one, unless somebody chose an older one
  file_id        uuid NOT NULL,
  created_at     timestamptz NOT NULL DEFAULT now(),
  created_by     uuid,
  created_source text NOT NULL DEFAULT 'manual',
  changed_at     timestamptz NOT NULL DEFAULT now(),
  changed_by     uuid,
  change_source  text NOT NULL DEFAULT 'manual',
  change_reason  text,
  change_id      uuid,
  CHECK (expires >= published)
);
CREATE INDEX document_folder_of ON document (folder_id, changed_at DESC, id DESC);
CREATE INDEX document_changed ON document (changed_at DESC, id DESC);
CREATE INDEX document_change ON document (change_id);

-- One version of a document's content; never changed.
CREATE TABLE document_file (
  id             uuid PRIMARY KEY,
  version        int NOT NULL DEFAULT 1,
  document_id    uuid NOT NULL REFERENCES document (id),
  -- 1 for the first file of a document
  number         int NOT NULL CHECK (number > 0),
  name           sealed_text NOT NULL,
  media_type     sealed_text NOT NULL,
  size           sealed_text NOT NULL,
  content_key    sealed_key NOT NULL,
  chunks         int NOT NULL CHECK (chunks > 0),
  created_at     timestamptz NOT NULL DEFAULT now(),
  created_by     uuid,
  created_source text NOT NULL DEFAULT 'manual',
  changed_at     timestamptz NOT NULL DEFAULT now(),
  changed_by     uuid,
  change_source  text NOT NULL DEFAULT 'manual',
  change_reason  text,
  change_id      uuid,
  UNIQUE (document_id, number)
);
CREATE INDEX document_file_change ON document_file (change_id);

CREATE TABLE document_link (
  id             uuid PRIMARY KEY,
  version        int NOT NULL DEFAULT 1,
  document_id    uuid NOT NULL REFERENCES document (id),
  contact_id     uuid REFERENCES contact (id),
  company_id     uuid REFERENCES company (id),
  deal_id        uuid REFERENCES deal (id),
  created_at     timestamptz NOT NULL DEFAULT now(),
  created_by     uuid,
  created_source text NOT NULL DEFAULT 'manual',
  changed_at     timestamptz NOT NULL DEFAULT now(),
  changed_by     uuid,
  change_source  text NOT NULL DEFAULT 'manual',
  change_reason  text,
  change_id      uuid,
  CHECK (num_nonnulls(contact_id, company_id, deal_id) = 1),
  UNIQUE NULLS NOT DISTINCT (document_id, contact_id, company_id, deal_id)
);
CREATE INDEX document_link_contact ON document_link (contact_id, created_at DESC, id DESC) WHERE contact_id IS NOT NULL;
CREATE INDEX document_link_company ON document_link (company_id, created_at DESC, id DESC) WHERE company_id IS NOT NULL;
CREATE INDEX document_link_deal ON document_link (deal_id, created_at DESC, id DESC) WHERE deal_id IS NOT NULL;
CREATE INDEX document_link_change ON document_link (change_id);

GRANT SELECT, INSERT, UPDATE, DELETE ON document_folder, document, document_file, document_link TO rempart_app;

SELECT rempart.keep_history('document_folder');
SELECT rempart.keep_history('document');
SELECT rempart.keep_history('document_file', '{"document_id": "document"}');
SELECT rempart.keep_history('document_link',
  '{"document_id": "document", "contact_id": "contact", "company_id": "company", "deal_id": "deal"}');
CREATE INDEX ON document_file_history (document_id);
CREATE INDEX ON document_file_archive (document_id);
CREATE INDEX ON document_link_history (document_id);
CREATE INDEX ON document_link_history (contact_id);
CREATE INDEX ON document_link_history (company_id);
CREATE INDEX ON document_link_history (deal_id);
CREATE INDEX ON document_link_archive (document_id);
CREATE INDEX ON document_link_archive (contact_id);
CREATE INDEX ON document_link_archive (company_id);
CREATE INDEX ON document_link_archive (deal_id);

-- A file on its way in. It becomes the file of a document whole, or it vanishes whole.
CREATE TABLE document_upload (
  id          uuid PRIMARY KEY,
  member_id   uuid NOT NULL REFERENCES member (id) ON DELETE CASCADE,
  name        sealed_text NOT NULL,
  -- by which the same file is known again
  fingerprint sealed_text NOT NULL,
  size        sealed_text NOT NULL,
  content_key sealed_key NOT NULL,
  chunks      int NOT NULL CHECK (chunks > 0),
  received    int NOT NULL DEFAULT 0 CHECK (received BETWEEN 0 AND chunks),
  started_at  timestamptz NOT NULL DEFAULT now(),
  touched_at  timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX document_upload_member ON document_upload (member_id);
CREATE INDEX document_upload_touched ON document_upload (touched_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON document_upload TO rempart_app;

-- What is in a file. Neither history nor archive copies it: it stays where it is while its file goes to the
-- bin and comes back. No foreign key, since the file lies in one of three tables.
CREATE TABLE document_chunk (
  file_id uuid NOT NULL,
  number  int NOT NULL,
  content bytea NOT NULL,
  PRIMARY KEY (file_id, number)
);
-- Noise to whoever would compress it, since it is sealed.
ALTER TABLE document_chunk ALTER COLUMN content SET STORAGE EXTERNAL;
GRANT SELECT, INSERT, DELETE ON document_chunk TO rempart_app;

CREATE FUNCTION rempart.keep_chunks() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $body$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF EXISTS (SELECT FROM public.document_upload WHERE id = NEW.file_id) THEN
      RETURN NEW;
    END IF;
    RAISE EXCEPTION 'a chunk of % is refused: no such file is on its way in', NEW.file_id USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF TG_OP = 'DELETE'
     AND NOT EXISTS (SELECT FROM public.document_file WHERE id = OLD.file_id)
     AND NOT EXISTS (SELECT FROM public.document_file_archive WHERE id = OLD.file_id) THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION '% of a chunk of % is refused: files are archived, never changed or erased', TG_OP, OLD.file_id
    USING ERRCODE = 'insufficient_privilege', HINT = 'DELETE the document to move it to the bin; an administrator purges it there.';
END
$body$;
CREATE TRIGGER keep_chunks BEFORE INSERT OR UPDATE OR DELETE ON document_chunk FOR EACH ROW EXECUTE FUNCTION rempart.keep_chunks();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON document_chunk FOR EACH STATEMENT EXECUTE FUNCTION rempart.refuse_truncate();

-- What is purged is gone with its content. An archived file also goes from there when it comes back; then it lives.
CREATE FUNCTION rempart.forget_chunks() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $body$
BEGIN
  IF NOT EXISTS (SELECT FROM public.document_file WHERE id = OLD.id) THEN
    DELETE FROM public.document_chunk WHERE file_id = OLD.id;
  END IF;
  RETURN NULL;
END
$body$;
CREATE TRIGGER forget_chunks AFTER DELETE ON document_file_archive FOR EACH ROW EXECUTE FUNCTION rempart.forget_chunks();
