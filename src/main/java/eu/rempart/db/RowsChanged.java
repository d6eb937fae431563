package eu.rempart.db;

import java.util.Set;
import java.util.UUID;

/**
 * Some writer, on whatever server, committed changes to rows of a kept table. Told on the thread
 * that listens to the database: whoever hears it must be quick.
 *
 * @param ids at most 200; there may be several such events for one change
 * @param missed instead of a change: that changes before may have gone unheard
 */
public record RowsChanged(String table, Set<UUID> ids, boolean missed) {

  /** Changes before may have gone unheard. */
  public static final RowsChanged MISSED = new RowsChanged("", Set.of(), true);

  public RowsChanged(String table, Set<UUID> ids) {
    this(table, ids, false);
  }
}
