-- E-mails with customers, on the records that they are about, and the texts that people begin them with.
-- A dump tells when they were, whether they went out or came in, how they fared, and their padded lengths.

CREATE TABLE email (
  id             uuid PRIMARY KEY,
  version        int NOT NULL DEFAULT 1,
  -- The one record that it lies on, with which it goes to the bin, comes back and is erased. A mail that is
  -- about several lies on each of them (decision record 0065).
  contact_id     uuid REFERENCES contact (id),
  company_id     uuid REFERENCES company (id),
  deal_id        uuid REFERENCES deal (id),
  -- the same for a mail wherever it lies
  mail_id        uuid NOT NULL,
  direction      text NOT NULL CHECK (direction IN ('IN', 'OUT')),
  state          text NOT NULL CHECK (state IN ('WAITING', 'SENT', 'FAILED', 'BOUNCED', 'RECEIVED')),
  -- when it was written, as it says itself
  happened_at    timestamptz NOT NULL,
  sender         sealed_text NOT NULL,
  -- JSON, as are the copies and what was attached: see eu.rempart.email.EmailText
  recipients     sealed_text NOT NULL,
  copies         sealed_text,
  subject        sealed_text NOT NULL,
  body           sealed_text NOT NULL,
  -- as it came; cleaned whenever it is shown
  html           sealed_text,
  message_id     sealed_text NOT NULL,
  -- the message ids that it answers, the newest last
  answers        sealed_text,
  -- what a mail server said of it, word for word
  reply          sealed_text,
  attachments    sealed_text,
  created_at     timestamptz NOT NULL DEFAULT now(),
  created_by     uuid,
  created_source text NOT NULL DEFAULT 'manual',
  changed_at     timestamptz NOT NULL DEFAULT now(),
  changed_by     uuid,
  change_source  text NOT NULL DEFAULT 'manual',
  change_reason  text,
  change_id      uuid,
  CHECK (num_nonnulls(contact_id, company_id, deal_id) = 1),
  -- nothing is filed twice
  UNIQUE NULLS NOT DISTINCT (mail_id, contact_id, company_id, deal_id)
);
-- a record's timeline, newest first, page by page
CREATE INDEX email_contact ON email (contact_id, happened_at DESC, id DESC) WHERE contact_id IS NOT NULL;
CREATE INDEX email_company ON email (company_id, happened_at DESC, id DESC) WHERE company_id IS NOT NULL;
CREATE INDEX email_deal ON email (deal_id, happened_at DESC, id DESC) WHERE deal_id IS NOT NULL;
-- the mails of one moment, among which one that comes again is looked for
CREATE INDEX email_happened ON email (happened_at);
CREATE INDEX email_change ON email (change_id);

-- What is to be sent. No business record: its lines go once the mail server has answered for good.
CREATE TABLE email_dispatch (
  mail_id     uuid PRIMARY KEY,
  -- who sends it
  member_id   uuid NOT NULL REFERENCES member (id),
  created_at  timestamptz NOT NULL DEFAULT now(),
  due_at      timestamptz NOT NULL DEFAULT now(),
  attempts    int NOT NULL DEFAULT 0 CHECK (attempts >= 0)
);
CREATE INDEX email_dispatch_due ON email_dispatch (due_at);

CREATE TABLE email_template (
  id             uuid PRIMARY KEY,
  version        int NOT NULL DEFAULT 1,
  -- whose it is; others see it when it is shared
  member_id      uuid NOT NULL,
  shared         boolean NOT NULL DEFAULT false,
  name           sealed_text NOT NULL,
  subject        sealed_text NOT NULL,
  body           sealed_text NOT NULL,
  created_at     timestamptz NOT NULL DEFAULT now(),
  created_by     uuid,
  created_source text NOT NULL DEFAULT 'manual',
  changed_at     timestamptz NOT NULL DEFAULT now(),
  changed_by     uuid,
  change_source  text NOT NULL DEFAULT 'manual',
  change_reason  text,
  change_id      uuid
);
CREATE INDEX email_template_change ON email_template (change_id);

GRANT SELECT, INSERT, UPDATE, DELETE ON email, email_dispatch, email_template TO rempart_app;

SELECT rempart.keep_history('email', '{"contact_id": "contact", "company_id": "company", "deal_id": "deal"}');
SELECT rempart.guard('email');
SELECT rempart.keep_history('email_template');
CREATE INDEX ON email_archive (contact_id);
CREATE INDEX ON email_archive (company_id);
CREATE INDEX ON email_archive (deal_id);
CREATE INDEX ON email_history (contact_id);
CREATE INDEX ON email_history (company_id);
CREATE INDEX ON email_history (deal_id);

-- As in V0054; the draft of a new e-mail too is filed under the record that it will lie on.
DROP POLICY guard_all ON draft;
CREATE POLICY guard_all ON draft FOR ALL TO rempart_app
  USING ((SELECT NOT rempart.guarded()) OR record_id IS NULL OR rempart.sees(kind, record_id)
    OR (kind IN ('note', 'email') AND (rempart.sees('contact', record_id) OR rempart.sees('company', record_id) OR rempart.sees('deal', record_id))))
  WITH CHECK (true);
