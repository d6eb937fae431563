package eu.rempart.edge.abuse;

import eu.rempart.edge.gate.EdgePolicy;
import eu.rempart.tls.gate.Prefix;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Whom the machine must not ban. */
final class Protected {

  private final Supplier<EdgePolicy> policy;
  private final Presence presence;

  Protected(Supplier<EdgePolicy> policy, Presence presence) {
    this.policy = policy;
    this.presence = presence;
  }

  /**
   * Nothing is done to these: allowed networks, this machine itself, and where an administrator is
   * or lately was.
   */
  boolean isFree(Prefix network) {
    EdgePolicy now = policy.get();
    return isThisMachine(network)
        || now.overlapsAllowed(network)
        || now.isAdministrators(network)
        || presence.isAdministratorIn(network);
  }

  /** These are slowed and never banned: a member is or lately was there. */
  boolean isMembers(Prefix network) {
    return policy.get().overlapsKnown(network) || presence.isMemberIn(network);
  }

  /** Where members are or lately were. */
  Stream<Prefix> memberNetworks() {
    return Stream.concat(policy.get().knownNetworks().stream(), presence.networks().stream());
  }

  private static boolean isThisMachine(Prefix network) {
    return network.overlaps(LOOPBACK_4) || network.overlaps(LOOPBACK_6);
  }

  private static final Prefix LOOPBACK_4 = Prefix.parse("127.0.0.0/8").orElseThrow();
  private static final Prefix LOOPBACK_6 = Prefix.parse("::1/128").orElseThrow();
}
