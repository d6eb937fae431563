package eu.rempart.alert.channel;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes what a peer says of messages that it took, and that did not arrive. */
public interface ReturnInbox {

  /**
   * A message came back.
   *
   * @param names how the peer may have named it when it took it, in any of the ways of writing that
   * @param to the address that it was for, as the peer writes it
   * @param number why, in the peer's own numbers; null if it says nothing
   */
  void returned(ChannelKind kind, Set<String> names, String to, @Nullable Integer number);
}
