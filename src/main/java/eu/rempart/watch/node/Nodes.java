package eu.rempart.watch.node;

import eu.rempart.watch.check.Check;
import eu.rempart.watch.check.Zone;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The nodes that are there, and what follows from them for checks. Thread safe. */
public final class Nodes {

  /** A node that was away for so long was taken away. */
  public static final Duration FORGOTTEN = Duration.ofDays(1);

  /** Each says once a minute that it is there; who did not for so long has stopped. */
  static final Duration STOPPED = Duration.ofMinutes(3);

  private final NodeRepository repository;

  Nodes(NodeRepository repository) {
    this.repository = repository;
  }

  /** Keeps that the node on this home folder is there; answers its zone. */
  public Zone heard(NodeIdentity node, Instant now) {
    return repository.heard(node.id(), node.name(), now);
  }

  /** Those that were there within the last day. */
  public List<Node> around(Instant now) {
    return repository.since(now.minus(FORGOTTEN));
  }

  /** Those that are there now, as far as anybody can say. */
  public List<Node> running(Instant now) {
    return repository.since(now.minus(STOPPED));
  }

  /**
   * A check with the zones that are asked now. For most they are those that it says; a level of the
   * machine is asked of every node.
   *
   * @param nodes those that are there
   */
  public static Check asked(Check check, List<Node> nodes) {
    return check.byNode() && !nodes.isEmpty()
        ? check.askedIn(nodes.stream().map(Node::zone).toList())
        : check;
  }

  /** The same; reads which nodes there are only where that matters. */
  public Check asked(Check check, Instant now) {
    return check.byNode() ? asked(check, around(now)) : check;
  }
}
