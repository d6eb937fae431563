-- A mail may lie on a quote, too: the one that took it to its customer, and what the customer answered (decision
-- record 0188).
ALTER TABLE email ADD COLUMN quote_id uuid REFERENCES quote (id);
ALTER TABLE email DROP CONSTRAINT email_check;
ALTER TABLE email ADD CONSTRAINT email_check CHECK (num_nonnulls(contact_id, company_id, deal_id, quote_id) = 1);
-- nothing is filed twice
ALTER TABLE email DROP CONSTRAINT email_mail_id_contact_id_company_id_deal_id_key;
ALTER TABLE email ADD CONSTRAINT email_once UNIQUE NULLS NOT DISTINCT (mail_id, contact_id, company_id, deal_id, quote_id);
-- a quote's timeline, newest first, page by page
CREATE INDEX email_quote ON email (quote_id, happened_at DESC, id DESC) WHERE quote_id IS NOT NULL;

SELECT rempart.keep_history('email', '{"contact_id": "contact", "company_id": "company", "deal_id": "deal", "quote_id": "quote"}');
SELECT rempart.guard('email');
CREATE INDEX ON email_archive (quote_id);
CREATE INDEX ON email_history (quote_id);

-- As in V0125; the draft of a mail is filed under a quote, too.
DROP POLICY guard_all ON draft;
CREATE POLICY guard_all ON draft FOR ALL TO rempart_app
  USING ((SELECT NOT rempart.guarded()) OR record_id IS NULL OR rempart.sees(kind, record_id)
    OR (kind IN ('note', 'email')
      AND (rempart.sees('contact', record_id) OR rempart.sees('company', record_id) OR rempart.sees('deal', record_id)))
    OR (kind = 'email' AND rempart.sees('quote', record_id)))
  WITH CHECK (true);
