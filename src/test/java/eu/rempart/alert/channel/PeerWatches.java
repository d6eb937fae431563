package eu.rempart.alert.channel;

import java.time.InstantSource;
import org.jooq.DSLContext;

/** Watches on peers as nodes have them, for tests of other packages. */
public final class PeerWatches {

  private PeerWatches() {}

  /** One node's. */
  public static PeerWatch node(Channels channels, DSLContext dsl) {
    return new PeerWatch(channels, new PeerRepository(dsl), InstantSource.system());
  }
}
