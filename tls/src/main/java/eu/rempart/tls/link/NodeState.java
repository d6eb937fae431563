package eu.rempart.tls.link;

/** What a node says of itself to edges. */
public enum NodeState {
  /** Takes no connection: it starts, stops, or lacks its database. */
  AWAY(0),

  /** Takes connections. */
  READY(1),

  /** Takes some where nobody better does: its database is at the other site. */
  STANDBY(2);

  private final byte said;

  NodeState(int said) {
    this.said = (byte) said;
  }

  byte[] content() {
    return new byte[] {said};
  }

  /** What an edge heard; {@link #AWAY} where it understands nothing. */
  static NodeState of(byte[] content) {
    for (NodeState state : values()) {
      if (content.length == 1 && content[0] == state.said) {
        return state;
      }
    }
    return AWAY;
  }
}
