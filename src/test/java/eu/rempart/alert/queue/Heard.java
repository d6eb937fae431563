package eu.rempart.alert.queue;

import eu.rempart.alert.channel.ChannelException.Reason;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Remembers what it heard of messages. */
final class Heard implements DeliveryListener {

  final List<String> all = new ArrayList<>();
  boolean wanted = true;

  @Override
  public boolean wanted(Delivery delivery) {
    return wanted;
  }

  @Override
  public String answer(Delivery delivery) {
    return "";
  }

  @Override
  public void sent(Delivery delivery) {
    all.add("sent " + delivery.channel());
  }

  @Override
  public void failed(Delivery delivery, Reason reason, @Nullable Integer number) {
    all.add("failed " + delivery.channel() + " " + reason + (number == null ? "" : " " + number));
  }

  @Override
  public void givenUp(Delivery delivery, boolean reached) {
    all.add("given up " + delivery.channel() + (reached ? ", reached" : ""));
  }
}
