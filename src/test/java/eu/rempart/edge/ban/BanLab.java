package eu.rempart.edge.ban;

import eu.rempart.db.TestDatabase;
import java.time.InstantSource;

/** The package without Spring. */
public final class BanLab {

  private BanLab() {}

  public static Bans bans(TestDatabase database, InstantSource clock) {
    return new Bans(new BanRepository(database.app()), database.transactions(), clock);
  }
}
