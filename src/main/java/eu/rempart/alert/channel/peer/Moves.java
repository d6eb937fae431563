package eu.rempart.alert.channel.peer;

import eu.rempart.alert.channel.ChannelKind;

/** Hears that a channel leads elsewhere: what was for the former place is not for the new one. */
public interface Moves {

  /** In the transaction that says so. */
  void moved(ChannelKind kind);
}
