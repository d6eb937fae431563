-- They are asked for while the database has just moved, and are a few among millions.
CREATE INDEX ledger_site_decisions ON ledger (seq) WHERE kind IN ('site.switch', 'site.promote');
