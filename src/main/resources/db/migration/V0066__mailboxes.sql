-- Mailboxes that members let Rempart read, each its member's own. No business record: whoever takes one away
-- wants its password gone. Where it is, whose name opens it and what its server said is sealed.
CREATE TABLE mailbox (
  id           uuid PRIMARY KEY,
  member_id    uuid NOT NULL REFERENCES member (id) ON DELETE CASCADE,
  tls          text NOT NULL CHECK (tls IN ('TLS', 'STARTTLS')),
  host         sealed_text NOT NULL,
  port         sealed_text NOT NULL,
  username     sealed_text NOT NULL,
  password     sealed_text NOT NULL,
  folder       sealed_text NOT NULL,
  -- the mailbox's own address, which is no customer's
  address      sealed_text NOT NULL,
  -- how far it is read: what a server calls its numbering, and the last number (RFC 9051, 2.3.1.1)
  uid_validity bigint,
  last_uid     bigint NOT NULL DEFAULT 0 CHECK (last_uid >= 0),
  -- of mails that came before it is read none
  since        timestamptz NOT NULL,
  filed        int NOT NULL DEFAULT 0,
  unread       int NOT NULL DEFAULT 0,
  checked_at   timestamptz,
  -- what went wrong at the last look, word for word; null when nothing did
  fault        text CHECK (fault ~ '^[A-Z_]{1,40}$'),
  said         sealed_text,
  created_at   timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX mailbox_member ON mailbox (member_id);
GRANT SELECT, INSERT, UPDATE, DELETE ON mailbox TO rempart_app;
