-- Secret links by which calendars outside subscribe to what a member plans. The link itself is nowhere: only
-- its hash. No business record: whoever takes a link back wants it gone.
CREATE TABLE calendar_feed (
  member_id   uuid PRIMARY KEY REFERENCES member (id),
  -- SHA-256 of the 256 random bits in the link
  secret_hash bytea NOT NULL UNIQUE CHECK (octet_length(secret_hash) = 32),
  -- what its member agrees to tell: when something is, or what and where it is too
  tells       text NOT NULL CHECK (tells IN ('TIMES', 'SUBJECTS')),
  -- of the words in it that Rempart says itself
  language    text NOT NULL,
  created_at  timestamptz NOT NULL DEFAULT now(),
  used_at     timestamptz
);
GRANT SELECT, INSERT, UPDATE, DELETE ON calendar_feed TO rempart_app;
