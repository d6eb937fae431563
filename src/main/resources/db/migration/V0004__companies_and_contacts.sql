-- The first business records. Sealed columns carry a sealed_… domain; what stays in clear is listed on
-- the security page: ids, relations, times, owners, states, amounts, counts.

CREATE TABLE company (
  id                uuid PRIMARY KEY,
  version           int NOT NULL DEFAULT 1,
  owner_id          uuid,
  name              sealed_text NOT NULL,
  website           sealed_text,
  emails            sealed_emails,
  phones            sealed_phones,
  addresses         sealed_addresses,
  type              text CHECK (type IN ('CUSTOMER', 'PROSPECT', 'PARTNER', 'SUPPLIER', 'COMPETITOR')),
  industry          sealed_text,
  size              text CHECK (size IN ('1', '2-9', '10-49', '50-249', '250-999', '1000+')),
  annual_revenue    numeric(18, 2) CHECK (annual_revenue >= 0),
  revenue_currency  text CHECK (revenue_currency ~ '^[A-Z]{3}$'),
  -- A soft reference: an archived parent keeps its place and is shown as archived.
  parent_company_id uuid CHECK (parent_company_id <> id),
  vat_number        sealed_text,
  register_number   sealed_text,
  language          text,
  description       sealed_text,
  external_id       sealed_text,
  created_at        timestamptz NOT NULL DEFAULT now(),
  created_by        uuid,
  created_source    text NOT NULL DEFAULT 'manual',
  changed_at        timestamptz NOT NULL DEFAULT now(),
  changed_by        uuid,
  change_source     text NOT NULL DEFAULT 'manual',
  change_reason     text,
  change_id         uuid
);
CREATE INDEX company_parent ON company (parent_company_id) WHERE parent_company_id IS NOT NULL;
CREATE INDEX company_changed ON company (changed_at DESC, id);
CREATE INDEX company_change ON company (change_id);

CREATE TABLE contact (
  id               uuid PRIMARY KEY,
  version          int NOT NULL DEFAULT 1,
  owner_id         uuid,
  salutation       sealed_text,
  first_name       sealed_text,
  last_name        sealed_text,
  emails           sealed_emails,
  phones           sealed_phones,
  addresses        sealed_addresses,
  birthday         sealed_text,
  language         text,
  do_not_call      boolean NOT NULL DEFAULT false,
  lawful_basis     text CHECK (lawful_basis IN ('CONSENT', 'CONTRACT', 'LEGAL_OBLIGATION', 'LEGITIMATE_INTEREST')),
  basis_source     sealed_text,
  basis_date       date,
  description      sealed_text,
  external_id      sealed_text,
  created_at       timestamptz NOT NULL DEFAULT now(),
  created_by       uuid,
  created_source   text NOT NULL DEFAULT 'manual',
  changed_at       timestamptz NOT NULL DEFAULT now(),
  changed_by       uuid,
  change_source    text NOT NULL DEFAULT 'manual',
  change_reason    text,
  change_id        uuid
);
COMMENT ON COLUMN contact.birthday IS 'ISO date, or --MM-DD where the year is not known (ISO 8601:2000, as in vCard)';
CREATE INDEX contact_changed ON contact (changed_at DESC, id);
CREATE INDEX contact_change ON contact (change_id);

CREATE TABLE contact_company (
  id             uuid PRIMARY KEY,
  version        int NOT NULL DEFAULT 1,
  contact_id     uuid NOT NULL REFERENCES contact (id),
  company_id     uuid NOT NULL REFERENCES company (id),
  job_title      sealed_text,
  role           text CHECK (role IN ('DECISION_MAKER', 'EVALUATOR', 'INFLUENCER', 'ASSISTANT', 'BILLING', 'TECHNICAL', 'OTHER')),
  current        boolean NOT NULL DEFAULT true,
  main           boolean NOT NULL DEFAULT false,
  created_at     timestamptz NOT NULL DEFAULT now(),
  created_by     uuid,
  created_source text NOT NULL DEFAULT 'manual',
  changed_at     timestamptz NOT NULL DEFAULT now(),
  changed_by     uuid,
  change_source  text NOT NULL DEFAULT 'manual',
  change_reason  text,
  change_id      uuid,
  UNIQUE (contact_id, company_id)
);
CREATE INDEX contact_company_company ON contact_company (company_id);
CREATE INDEX contact_company_change ON contact_company (change_id);

GRANT SELECT, INSERT, UPDATE, DELETE ON company, contact, contact_company TO rempart_app;

SELECT rempart.keep_history('company');
SELECT rempart.keep_history('contact');
-- A link belongs to both of its records: it goes to the bin, and comes back, with either.
SELECT rempart.keep_history('contact_company', '{"contact_id": "contact", "company_id": "company"}');
