package eu.rempart.journey.operations;

import eu.rempart.journey.Installation;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Stops messages on their way, each before one step, in the database: it outlives whoever is killed
 * there. And lets hours pass that nobody has to wait for.
 */
final class HeldSteps implements AutoCloseable {

  private static final int LOCK = 4711;

  private final Connection owner;

  HeldSteps(Installation installation) throws Exception {
    owner = installation.asOwner();
  }

  /** What tells of this stays queued: whoever would take it finds that another was faster. */
  void keepQueued(String label) throws SQLException {
    run(
        """
        CREATE FUNCTION rempart.held_queued() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF EXISTS (SELECT FROM public.alert_message m WHERE m.title LIKE '%%%s%%'
              AND m.id::text = NEW.task_instance) THEN
            RETURN NULL;
          END IF;
          RETURN NEW;
        END $$;
        CREATE TRIGGER held_queued BEFORE UPDATE ON public.alert_task FOR EACH ROW
          WHEN (NEW.picked AND NOT OLD.picked) EXECUTE FUNCTION rempart.held_queued();
        """
            .formatted(label));
  }

  /** What tells of this is sent, and whoever would note that waits. */
  void keepUnnoted(String label) throws SQLException {
    run("SELECT pg_advisory_lock(%d)".formatted(LOCK));
    run(
        """
        CREATE FUNCTION rempart.held_unnoted() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          PERFORM pg_advisory_xact_lock(%d);
          RETURN NEW;
        END $$;
        CREATE TRIGGER held_unnoted BEFORE UPDATE ON public.alert_message FOR EACH ROW
          WHEN (NEW.state = 'SENT' AND NEW.title LIKE '%%%s%%')
          EXECUTE FUNCTION rempart.held_unnoted();
        """
            .formatted(LOCK, label));
  }

  /** How many sent messages wait to be noted. */
  long unnoted() throws SQLException {
    return count(
        "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND objid = %d AND NOT granted"
            .formatted(LOCK));
  }

  /** How many messages of an incident are in a state. */
  long messages(String label, String state) throws SQLException {
    return count(
        """
        SELECT count(*) FROM alert_message m JOIN alert_incident i ON i.id = m.incident_id
          WHERE i.label = '%s' AND m.state = '%s'
        """
            .formatted(label, state));
  }

  /** Nothing is held any more; whoever was killed is long dead, and so long they were at it. */
  void letGo() throws SQLException {
    run("SELECT pg_advisory_unlock(%d)".formatted(LOCK));
    run("DROP FUNCTION rempart.held_queued, rempart.held_unnoted CASCADE");
    run(
        "UPDATE alert_task SET last_heartbeat = last_heartbeat - interval '1 hour' WHERE picked;"
            + " UPDATE alert_message SET claimed_at = claimed_at - interval '1 hour'"
            + " WHERE state = 'SENDING'");
  }

  /** The delay passes after which the next ones are told. */
  static void letNobodyAnswer(Installation installation) throws Exception {
    try (HeldSteps steps = new HeldSteps(installation)) {
      steps.run("UPDATE alert_incident SET escalate_at = now() WHERE escalate_at IS NOT NULL");
    }
  }

  void run(String sql) throws SQLException {
    try (Statement statement = owner.createStatement()) {
      statement.execute(sql);
    }
  }

  long count(String sql) throws SQLException {
    try (Statement statement = owner.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  @Override
  public void close() throws SQLException {
    owner.close();
  }
}
