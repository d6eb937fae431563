package eu.rempart.alert.queue;

import eu.rempart.alert.channel.ChannelKind;
import java.util.UUID;

/**
 * Where a person is reached.
 *
 * @param position the lower, the earlier it is tried
 * @param value an e-mail address, a telephone number, or what else the channel asks for
 */
public record Address(
    UUID id, UUID member, ChannelKind kind, int position, String value, Proof proof) {

  /** Says nothing of the address: it is somebody's own. */
  @Override
  public String toString() {
    return "Address[%s, %s]".formatted(id, kind);
  }
}
