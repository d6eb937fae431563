-- The firm's logo, and the person to whom a quote is addressed (decision record 0104).

-- A logo is a row that never changes: a letterhead names the one that stands, and the letterhead that an issued
-- quote keeps names the one of its day.
CREATE TABLE letterhead_logo (
  id             uuid PRIMARY KEY,
  version        int NOT NULL DEFAULT 1,
  -- of the file, as the history tells one from another
  name           sealed_text NOT NULL,
  image          sealed_picture NOT NULL,
  created_at     timestamptz NOT NULL DEFAULT now(),
  created_by     uuid,
  created_source text NOT NULL DEFAULT 'manual',
  changed_at     timestamptz NOT NULL DEFAULT now(),
  changed_by     uuid,
  change_source  text NOT NULL DEFAULT 'manual',
  change_reason  text,
  change_id      uuid
);
COMMENT ON COLUMN letterhead_logo.image IS 'JPEG, at most 1600 pixels wide and high';
-- Noise to whoever would compress it, since it is sealed.
ALTER TABLE letterhead_logo ALTER COLUMN image SET STORAGE EXTERNAL;
CREATE INDEX letterhead_logo_change ON letterhead_logo (change_id);
GRANT SELECT, INSERT, UPDATE, DELETE ON letterhead_logo TO rempart_app;
SELECT rempart.keep_history('letterhead_logo');

-- Whoever writes. An undo of the change that brought it takes its name out of the letterhead; the logo stays.
CREATE FUNCTION rempart.hold_logo() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $body$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RETURN NULL;
  END IF;
  RAISE EXCEPTION 'logo % never changes', OLD.id USING ERRCODE = 'check_violation';
END
$body$;
CREATE TRIGGER hold_logo BEFORE UPDATE OR DELETE ON letterhead_logo
  FOR EACH ROW EXECUTE FUNCTION rempart.hold_logo();

ALTER TABLE letterhead ADD COLUMN logo_id uuid;
SELECT rempart.keep_history('letterhead');

-- As the document says it. No column that still changes once the quote is issued: see rempart.hold_issued_quote.
ALTER TABLE quote ADD COLUMN customer_contact sealed_text;
SELECT rempart.keep_history('quote');
