package eu.rempart.db;

import java.util.Map;

/**
 * Says what queries on this thread may reach; the room account implements it. Asked each time that
 * a connection is taken from the pool, so it must answer from memory.
 */
@FunctionalInterface
public interface RowGuard {

  /**
   * Settings of {@code rempart.*} by their names without that prefix, as {@code rempart.guard} in
   * the database reads them; empty where everything may be reached.
   */
  Map<String, String> settings();
}
