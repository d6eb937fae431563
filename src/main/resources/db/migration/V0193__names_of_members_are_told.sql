-- Lists sort by what owners are called: the index of every server hears of a name that changed.
CREATE FUNCTION rempart.member_notify() RETURNS trigger LANGUAGE plpgsql
AS $$
BEGIN
  PERFORM pg_catalog.pg_notify('rempart_change', 'member:UPDATE:' || NEW.id);
  RETURN NULL;
END
$$;
CREATE TRIGGER notify_member AFTER UPDATE OF name, email ON member FOR EACH ROW
  WHEN (OLD.name IS DISTINCT FROM NEW.name OR OLD.email IS DISTINCT FROM NEW.email)
  EXECUTE FUNCTION rempart.member_notify();
