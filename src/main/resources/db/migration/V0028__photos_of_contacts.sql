-- The photo of a contact, apart from the contact: a change of name shall not copy it into the history, and a
-- list reads the small picture of the rows that it shows and never the large one. An empty row stays behind
-- a photo that was taken away, so that the history has it and can put it back.
CREATE DOMAIN sealed_picture AS bytea;

CREATE TABLE contact_photo (
  id             uuid PRIMARY KEY,
  version        int NOT NULL DEFAULT 1,
  contact_id     uuid NOT NULL UNIQUE REFERENCES contact (id),
  image          sealed_picture,
  thumbnail      sealed_picture,
  created_at     timestamptz NOT NULL DEFAULT now(),
  created_by     uuid,
  created_source text NOT NULL DEFAULT 'manual',
  changed_at     timestamptz NOT NULL DEFAULT now(),
  changed_by     uuid,
  change_source  text NOT NULL DEFAULT 'manual',
  change_reason  text,
  change_id      uuid
);
COMMENT ON COLUMN contact_photo.image IS 'JPEG, at most 512 pixels wide and high';
COMMENT ON COLUMN contact_photo.thumbnail IS 'JPEG of 128 by 128 pixels, cut from the middle of the image';
-- Noise to whoever would compress it, since it is sealed.
ALTER TABLE contact_photo ALTER COLUMN image SET STORAGE EXTERNAL, ALTER COLUMN thumbnail SET STORAGE EXTERNAL;
CREATE INDEX contact_photo_change ON contact_photo (change_id);

GRANT SELECT, INSERT, UPDATE, DELETE ON contact_photo TO rempart_app;

SELECT rempart.keep_history('contact_photo', '{"contact_id": "contact"}');
