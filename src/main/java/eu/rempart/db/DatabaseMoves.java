package eu.rempart.db;

import eu.rempart.db.pool.GuardedDataSource;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Takes the news that the database leads on another server now. */
public final class DatabaseMoves {

  private final GuardedDataSource database;
  private final Supplier<Stream<NoticeListener>> listeners;
  private volatile boolean here = true;

  DatabaseMoves(GuardedDataSource database, Supplier<Stream<NoticeListener>> listeners) {
    this.database = database;
    this.listeners = listeners;
  }

  /**
   * Where the database leads, before anybody knew; nothing ends.
   *
   * @param server as for {@link #moved}
   * @param toHere as for {@link #moved}
   */
  public void found(String server, boolean toHere) {
    here = toHere;
    database.leads(server);
  }

  /**
   * Another server leads: what hangs at the former one ends, and everybody connects anew, listeners
   * at once. Costs a moment of errors where nothing was wrong, so it is called for a move alone.
   * Never waits.
   *
   * @param server {@code host:port}
   * @param toHere whether that server is at this site
   */
  public void moved(String server, boolean toHere) {
    here = toHere;
    database.leads(server);
    database.cut();
    listeners.get().forEach(NoticeListener::connectNow);
  }

  /** Whether the database leads at this site; true where nobody watches. */
  public boolean isHere() {
    return here;
  }
}
