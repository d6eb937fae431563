-- Whoever gets an activity or a document from somebody else is told, as of contacts, companies and deals.
-- Of an occurrence that is taken out of a series its owner knows by the series.
CREATE TRIGGER tell_owner AFTER UPDATE OF owner_id ON activity FOR EACH ROW EXECUTE FUNCTION rempart.tell_owner();
CREATE TRIGGER tell_owner_of_new AFTER INSERT ON activity FOR EACH ROW WHEN (NEW.series_id IS NULL)
  EXECUTE FUNCTION rempart.tell_owner();
CREATE TRIGGER tell_owner AFTER INSERT OR UPDATE OF owner_id ON document FOR EACH ROW EXECUTE FUNCTION rempart.tell_owner();
