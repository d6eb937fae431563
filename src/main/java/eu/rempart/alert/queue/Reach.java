package eu.rempart.alert.queue;

import eu.rempart.alert.channel.ChannelKind;

/**
 * Whether somebody can be reached by one of their channels; where that leads is their own.
 *
 * @param set whether there is a peer to send to
 */
public record Reach(ChannelKind kind, boolean set, Proof proof) {

  /** Whether nothing that is known speaks against it. */
  public boolean works() {
    return set && proof.proven() && (proof.failedAt() == null || proof.works());
  }
}
