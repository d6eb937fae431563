package eu.rempart.alert.channel.peer;

import eu.rempart.alert.channel.ChannelKind;
import java.util.Optional;

/** Whom channels speak to now. Cheap to ask, thread safe, and never throws. */
public interface Peers {

  /** The peer of a kind; empty while there is none, or it is switched off. */
  Optional<Peer> find(ChannelKind kind);

  /** The peer of a kind, if it is of this type. */
  default <T extends Peer> Optional<T> find(ChannelKind kind, Class<T> type) {
    return find(kind).filter(type::isInstance).map(type::cast);
  }
}
