-- Sign-ins of all servers, so that a member sees all of theirs and ends them from anywhere. Neither the
-- address nor what the browser says of itself: the country and two words are what the list shows, and a
-- security event has the address for as long as addresses are kept.
CREATE TABLE member_session (
  id           uuid PRIMARY KEY,
  member_id    uuid NOT NULL REFERENCES member (id) ON DELETE CASCADE,
  -- the process that holds the key; the session ends with it
  server       uuid NOT NULL,
  -- browser and system in words; may be empty
  device       text NOT NULL CHECK (length(device) <= 60),
  place        text NOT NULL CHECK (place ~ '^[A-Z]{2}$'),
  begun_at     timestamptz NOT NULL,
  last_used_at timestamptz NOT NULL,
  -- when its server last said that it lives
  seen_at      timestamptz NOT NULL DEFAULT now(),
  ended_at     timestamptz,
  ended_for    text CHECK (ended_for ~ '^[A-Z_]{1,40}$'),
  CHECK ((ended_at IS NULL) = (ended_for IS NULL))
);
CREATE INDEX member_session_member ON member_session (member_id) WHERE ended_at IS NULL;
GRANT SELECT, INSERT, UPDATE, DELETE ON member_session TO rempart_app;

-- Every server hears which sign-in ended and why; the one that holds its key throws it away.
CREATE FUNCTION rempart.session_notify() RETURNS trigger LANGUAGE plpgsql
AS $$
BEGIN
  PERFORM pg_catalog.pg_notify('rempart_session', 'end ' || NEW.id || ' ' || NEW.ended_for);
  RETURN NULL;
END
$$;
CREATE TRIGGER notify_session AFTER UPDATE OF ended_at ON member_session FOR EACH ROW
  WHEN (OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL) EXECUTE FUNCTION rempart.session_notify();
