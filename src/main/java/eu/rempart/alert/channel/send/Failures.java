package eu.rempart.alert.channel.send;

import eu.rempart.alert.channel.ChannelException;
import eu.rempart.alert.channel.ChannelException.Reason;

/** What several channels say in the same way. */
final class Failures {

  private Failures() {}

  /** There is nobody to send it to. */
  static ChannelException notConfigured() {
    return new ChannelException(Reason.NOT_CONFIGURED, false, null, null);
  }
}
