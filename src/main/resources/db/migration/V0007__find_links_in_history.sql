-- The history of a record tells of its links too, and a restore or a purge looks for them by either end.
CREATE INDEX ON contact_company_history (contact_id);
CREATE INDEX ON contact_company_history (company_id);
CREATE INDEX ON contact_company_archive (contact_id);
CREATE INDEX ON contact_company_archive (company_id);
