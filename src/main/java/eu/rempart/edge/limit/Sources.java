package eu.rempart.edge.limit;

/**
 * What this node knows of sources lately: each address (a /64 of IPv6), and the network around it.
 *
 * @param addresses by /32 and /64
 * @param networks by /24 and /48
 */
public record Sources(SourceTable addresses, SourceTable networks) {

  private static final int CELLS = 1 << 16;

  /** Room for 65,536 of each: 17 MB in all, from the start and for ever. */
  public static Sources usual() {
    return new Sources(new SourceTable(CELLS, 32, 64), new SourceTable(CELLS, 24, 48));
  }
}
