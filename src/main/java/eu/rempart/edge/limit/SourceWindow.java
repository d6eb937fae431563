package eu.rempart.edge.limit;

import eu.rempart.tls.gate.Prefix;

/**
 * What a source did in a while, exactly.
 *
 * @param connections that it opened or tried to open
 * @param refused those that were refused or cut
 * @param requests that it sent
 * @param atOnce the most connections it had at the same time
 * @param fastest the most connections it opened or tried to open within a second
 */
public record SourceWindow(
    Prefix prefix, int connections, int refused, int requests, int atOnce, int fastest) {

  static final int CONNECTIONS = 0;
  static final int REFUSED = 1;
  static final int REQUESTS = 2;
  static final int AT_ONCE = 3;
  static final int FASTEST = 4;

  /** How much it had to do with us. */
  public int weight() {
    return connections + refused + requests;
  }

  static int fieldOf(Sign sign) {
    return switch (sign) {
      case CONNECTION -> CONNECTIONS;
      case REFUSED -> REFUSED;
      case REQUEST -> REQUESTS;
      default -> -1;
    };
  }

  static int weight(Cells cells, int cell) {
    return cells.window(cell, CONNECTIONS)
        + cells.window(cell, REFUSED)
        + cells.window(cell, REQUESTS);
  }

  static SourceWindow of(Cells cells, int cell) {
    return new SourceWindow(
        cells.prefix(cell),
        cells.window(cell, CONNECTIONS),
        cells.window(cell, REFUSED),
        cells.window(cell, REQUESTS),
        cells.window(cell, AT_ONCE),
        cells.window(cell, FASTEST));
  }

  /** Begins a new while, with the connections that are open. */
  static void clear(Cells cells, int cell) {
    for (int field = CONNECTIONS; field <= FASTEST; field++) {
      cells.setWindow(cell, field, 0);
    }
    cells.setWindow(cell, AT_ONCE, cells.atOnce(cell));
  }
}
