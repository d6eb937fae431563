-- What a member writes below their e-mails: sealed, one of each, their own alone (decision record 0206).
CREATE TABLE email_signature (
  id        uuid PRIMARY KEY,
  member_id uuid NOT NULL UNIQUE REFERENCES member (id) ON DELETE CASCADE,
  body      sealed_text NOT NULL
);
GRANT SELECT, INSERT, UPDATE, DELETE ON email_signature TO rempart_app;
