package eu.rempart.watch.probe;

import static eu.rempart.db.generated.Tables.WATCH_HOME;

import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** The table {@code watch_home}: by which key agents know this installation. */
@Repository
class HomeKeyRepository {

  private final DSLContext dsl;

  HomeKeyRepository(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** The public key of all nodes; whoever comes first says which. */
  byte[] agree(byte[] own) {
    dsl.insertInto(WATCH_HOME).set(WATCH_HOME.PUBLIC_KEY, own).onConflictDoNothing().execute();
    return dsl.select(WATCH_HOME.PUBLIC_KEY).from(WATCH_HOME).fetchSingle().value1();
  }
}
