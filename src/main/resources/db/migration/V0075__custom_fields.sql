-- Fields of the organisation's own. A definition is a record of its own: what the field is called (in each
-- language) and its choices are sealed; its kind, where it applies and its place are in clear. The values of a
-- record are one sealed text in the record's own row, by the field's id (decision record 0075): history, bin,
-- undo, merge and erasure know them with no table more. A field in the bin keeps its values in the records, unseen
-- until it comes back.

CREATE TABLE custom_field (
  id             uuid PRIMARY KEY,
  version        int NOT NULL DEFAULT 1,
  -- JSON: language → text
  label          sealed_text NOT NULL,
  -- never changes: the values are written as it says
  kind           text NOT NULL CHECK (kind IN ('TEXT', 'LONG_TEXT', 'NUMBER', 'MONEY', 'DATE', 'YES_NO', 'CHOICE',
                   'CHOICES', 'LINK', 'EMAIL', 'PHONE')),
  -- the kinds of records that have it
  records        text[] NOT NULL CHECK (records <@ ARRAY['contact', 'company', 'deal'] AND cardinality(records) > 0),
  -- the kinds whose lists show it until somebody chooses
  lists          text[] NOT NULL CHECK (lists <@ records),
  required       boolean NOT NULL DEFAULT false,
  position       int NOT NULL,
  -- JSON: see eu.rempart.common.custom.CustomText
  choices        sealed_text,
  created_at     timestamptz NOT NULL DEFAULT now(),
  created_by     uuid,
  created_source text NOT NULL DEFAULT 'manual',
  changed_at     timestamptz NOT NULL DEFAULT now(),
  changed_by     uuid,
  change_source  text NOT NULL DEFAULT 'manual',
  change_reason  text,
  change_id      uuid
);
CREATE INDEX custom_field_change ON custom_field (change_id);
GRANT SELECT, INSERT, UPDATE, DELETE ON custom_field TO rempart_app;
SELECT rempart.keep_history('custom_field');

-- null where there are none, so that a record without costs no byte
ALTER TABLE contact ADD COLUMN custom sealed_text;
ALTER TABLE company ADD COLUMN custom sealed_text;
ALTER TABLE deal ADD COLUMN custom sealed_text;
SELECT rempart.keep_history('contact');
SELECT rempart.keep_history('company');
SELECT rempart.keep_history('deal');
