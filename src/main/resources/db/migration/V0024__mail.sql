-- From where members signed in, to tell them of a country that is new; and the mail that does.

CREATE TABLE member_place (
  member_id uuid NOT NULL REFERENCES member (id) ON DELETE CASCADE,
  place     text NOT NULL CHECK (place ~ '^[A-Z]{2}$'),
  -- browser and system of the first sign-in from there
  device    text NOT NULL CHECK (length(device) <= 60),
  first_at  timestamptz NOT NULL,
  last_at   timestamptz NOT NULL,
  -- whether the member is still to be told on a page, since no mail does
  notice    boolean NOT NULL DEFAULT false,
  PRIMARY KEY (member_id, place)
);
CREATE INDEX member_place_last ON member_place (last_at);

-- Letters to members: whom and what about, neither address nor text.
CREATE TABLE mail (
  id          uuid PRIMARY KEY,
  member_id   uuid NOT NULL REFERENCES member (id) ON DELETE CASCADE,
  kind        text NOT NULL CHECK (kind ~ '^[a-z-]{1,40}$'),
  facts       jsonb NOT NULL DEFAULT '{}',
  created_at  timestamptz NOT NULL DEFAULT now(),
  -- when it may be tried, again if it was
  due_at      timestamptz NOT NULL DEFAULT now(),
  attempts    int NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  fault       text CHECK (fault ~ '^[A-Z_]{1,40}$'),
  reply       int CHECK (reply BETWEEN 200 AND 599),
  failed_at   timestamptz,
  sent_at     timestamptz,
  given_up_at timestamptz,
  CHECK (sent_at IS NULL OR given_up_at IS NULL)
);
CREATE INDEX mail_due ON mail (due_at) WHERE sent_at IS NULL AND given_up_at IS NULL;

GRANT SELECT, INSERT, UPDATE, DELETE ON member_place, mail TO rempart_app;
