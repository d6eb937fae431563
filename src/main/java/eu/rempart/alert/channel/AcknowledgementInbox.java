package eu.rempart.alert.channel;

/** Takes what people answer. */
public interface AcknowledgementInbox {

  /**
   * Somebody answered.
   *
   * @param from the address that the answer claims to come from
   * @param text as it came: anything
   */
  void answered(ChannelKind kind, String from, String text);
}
