package eu.rempart.alert.channel;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** All ways of sending. */
public interface Channels {

  /** The one of a kind, whether it has a peer or not. */
  Optional<Channel> of(ChannelKind kind);

  /** Those that have a peer. */
  default List<Channel> configured() {
    return Arrays.stream(ChannelKind.values())
        .flatMap(kind -> of(kind).stream())
        .filter(Channel::configured)
        .toList();
  }
}
