-- PostgreSQL knows nothing of a table that was analysed while all its rows were dead, as after an undone import: every
-- index then seems to be as good as any other, and the youngest is taken. Checks of foreign keys looked for an id
-- through the whole of an index that only ends with it, once for each row written. Where the id is carried along and
-- is no key, the primary key alone can answer; moments are all but unique, so that what remains to be sorted is short.
DROP INDEX company_changed, contact_changed, deal_changed, activity_changed, product_changed, quote_changed, document_changed,
  document_folder_of,   deal_board, activity_owner_time, activity_time;

CREATE INDEX company_changed ON company (changed_at DESC) INCLUDE (id);
CREATE INDEX contact_changed ON contact (changed_at DESC) INCLUDE (id);
CREATE INDEX deal_changed ON deal (changed_at DESC) INCLUDE (id);
CREATE INDEX activity_changed ON activity (changed_at DESC) INCLUDE (id);
CREATE INDEX product_changed ON product (changed_at DESC) INCLUDE (id);
CREATE INDEX quote_changed ON quote (changed_at DESC) INCLUDE (id);
CREATE INDEX document_changed ON document (changed_at DESC) INCLUDE (id);
CREATE INDEX document_folder_of ON document (folder_id, changed_at DESC) INCLUDE (id);
CREATE INDEX deal_board ON deal (stage_id, position) INCLUDE (id);
CREATE INDEX activity_owner_time ON activity (owner_id, starts_at) INCLUDE (id, minutes, status);
CREATE INDEX activity_time ON activity (starts_at) INCLUDE (id, minutes, status);
