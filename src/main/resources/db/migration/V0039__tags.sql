-- Tags, and on what they stand. A tag is a record of its own with a sealed name; a contact, company or deal
-- holds the ids of its tags in its own row (decision record 0051), so that its history tells of them, its
-- archive keeps them, and an undo of a bulk change takes them back with no table more. An id of a tag that
-- lies in the bin stays where it is, unseen, until the tag comes back.

CREATE TABLE tag (
  id             uuid PRIMARY KEY,
  version        int NOT NULL DEFAULT 1,
  name           sealed_text NOT NULL,
  tone           int NOT NULL CHECK (tone BETWEEN 0 AND 7),
  created_at     timestamptz NOT NULL DEFAULT now(),
  created_by     uuid,
  created_source text NOT NULL DEFAULT 'manual',
  changed_at     timestamptz NOT NULL DEFAULT now(),
  changed_by     uuid,
  change_source  text NOT NULL DEFAULT 'manual',
  change_reason  text,
  change_id      uuid
);
CREATE INDEX tag_change ON tag (change_id);
GRANT SELECT, INSERT, UPDATE, DELETE ON tag TO rempart_app;
SELECT rempart.keep_history('tag');

-- null where there are none, so that an untagged record costs no byte
ALTER TABLE contact ADD COLUMN tags uuid[] CHECK (cardinality(tags) BETWEEN 1 AND 50);
ALTER TABLE company ADD COLUMN tags uuid[] CHECK (cardinality(tags) BETWEEN 1 AND 50);
ALTER TABLE deal ADD COLUMN tags uuid[] CHECK (cardinality(tags) BETWEEN 1 AND 50);
SELECT rempart.keep_history('contact');
SELECT rempart.keep_history('company');
SELECT rempart.keep_history('deal');
