package eu.rempart.alert.channel.send;

import eu.rempart.alert.channel.Channel;
import eu.rempart.alert.channel.ChannelException;
import eu.rempart.alert.channel.ChannelKind;
import eu.rempart.alert.channel.Message;
import eu.rempart.alert.channel.Receipt;
import eu.rempart.alert.channel.peer.Peer;
import eu.rempart.alert.channel.peer.Peers;
import eu.rempart.alert.channel.wire.HttpPost;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Text messages through a provider that is called over HTTP. */
final class GatewayChannel implements Channel {

  private final Peers peers;
  private final HttpPost http;
  private final BooleanSupplier answers;

  /**
   * @param answers whether answers may come in
   */
  GatewayChannel(Peers peers, HttpPost http, BooleanSupplier answers) {
    this.peers = peers;
    this.http = http;
    this.answers = answers;
  }

  @Override
  public ChannelKind kind() {
    return ChannelKind.SMS_HTTP;
  }

  @Override
  public boolean configured() {
    return peers.find(kind(), Peer.Gateway.class).isPresent();
  }

  /** Where an administrator made a token for the provider. */
  @Override
  public boolean takesAnswers() {
    return answers.getAsBoolean();
  }

  /** Providers differ, and do not say. */
  @Override
  public boolean idempotent() {
    return false;
  }

  @Override
  public void check(String address) {
    PhoneAddress.check(address);
  }

  @Override
  public void connect() throws ChannelException {
    http.connect(
        peers.find(kind(), Peer.Gateway.class).orElseThrow(Failures::notConfigured).address());
  }

  @Override
  public Receipt send(String address, Message message) throws ChannelException {
    check(address);
    Peer.Gateway peer = peers.find(kind(), Peer.Gateway.class).orElseThrow(Failures::notConfigured);
    String token = peer.token();
    http.post(
        peer.address(),
        peer.template().type(),
        token == null || peer.header().isEmpty() ? Map.of() : Map.of(peer.header(), token),
        peer.template()
            .fill(
                Map.of(
                    "to",
                    address,
                    "text",
                    ShortText.of(message, false),
                    "id",
                    message.id().toString(),
                    "secret",
                    token == null ? "" : token)));
    return new Receipt(message.id().toString());
  }
}
