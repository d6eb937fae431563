-- Keys that seal TLS session tickets, the same for all nodes and edges, so that people resume their
-- sessions wherever they come in. Each is sealed with a key that only the nodes have; a dump opens none.
CREATE TABLE edge_ticket_key (
  id      uuid PRIMARY KEY,
  made_at timestamptz NOT NULL,
  sealed  bytea NOT NULL CHECK (octet_length(sealed) BETWEEN 1 AND 200)
);
CREATE INDEX edge_ticket_key_made ON edge_ticket_key (made_at DESC);
GRANT SELECT, INSERT, DELETE ON edge_ticket_key TO rempart_app;
CREATE TRIGGER notify_edge AFTER INSERT ON edge_ticket_key FOR EACH STATEMENT EXECUTE FUNCTION rempart.edge_notify();
