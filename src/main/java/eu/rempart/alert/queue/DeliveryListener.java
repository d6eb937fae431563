package eu.rempart.alert.queue;

import eu.rempart.alert.channel.ChannelException.Reason;
import org.jspecify.annotations.Nullable;

/** Hears, in the transaction that keeps it, what became of messages. */
public interface DeliveryListener {

  /** Whether anybody still has to know; what nobody has to is dropped. */
  boolean wanted(Delivery delivery);

  /** How a message is answered, in the language of whom it is for; empty if it asks for nothing. */
  String answer(Delivery delivery);

  /** The peer took it. */
  void sent(Delivery delivery);

  /**
   * The peer did not; it is tried again, or goes by the next channel, or there is none. That is
   * kept already.
   */
  void failed(Delivery delivery, Reason reason, @Nullable Integer number);

  /**
   * No channel is left.
   *
   * @param reached whether the same was told, or still may be, by another message
   */
  void givenUp(Delivery delivery, boolean reached);
}
