package eu.rempart.alert.channel;

/** One way of sending. Thread safe. */
public interface Channel {

  /** Which one. */
  ChannelKind kind();

  /** Whether there is a peer to send to. */
  boolean configured();

  /**
   * Whether the receiver takes two messages of the same id for one, so that one in doubt may be
   * sent again.
   */
  boolean idempotent();

  /** Whether what people answer to a message comes back. */
  default boolean takesAnswers() {
    return false;
  }

  /**
   * Checks where a person wants to be reached.
   *
   * @throws IllegalArgumentException if nothing can be sent there; its message is a key of a text
   */
  void check(String address);

  /**
   * Connects to the peer, and sends nobody anything. Blocks, at most 30 seconds by its own limits.
   *
   * @throws ChannelException if the peer does not answer
   */
  void connect() throws ChannelException;

  /**
   * Sends. Blocks, at most 30 seconds by its own limits.
   *
   * @param address one that {@link #check} lets pass
   * @throws ChannelException if it was not taken, or perhaps not
   */
  Receipt send(String address, Message message) throws ChannelException;
}
