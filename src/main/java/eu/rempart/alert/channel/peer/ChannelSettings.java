package eu.rempart.alert.channel.peer;

import eu.rempart.alert.channel.ChannelKind;
import java.util.Map;

/**
 * What an administrator said of a channel's peer, without its password.
 *
 * @param version 0 for one that was never set up
 * @param enabled whether it is used
 * @param values what was said, by setting
 * @param hasSecret whether there is a password or token
 */
public record ChannelSettings(
    ChannelKind kind,
    int version,
    boolean enabled,
    Map<Setting, String> values,
    boolean hasSecret) {

  /** Copies. */
  public ChannelSettings {
    values = Map.copyOf(values);
  }

  /** What there is before somebody says anything. */
  static ChannelSettings none(ChannelKind kind) {
    return new ChannelSettings(kind, 0, false, Map.of(), false);
  }

  /** A setting, or what it usually is. */
  public String of(Setting setting) {
    return values.getOrDefault(setting, setting.usual(kind));
  }
}
