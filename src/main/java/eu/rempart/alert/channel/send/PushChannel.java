package eu.rempart.alert.channel.send;

import eu.rempart.alert.channel.Channel;
import eu.rempart.alert.channel.ChannelException;
import eu.rempart.alert.channel.ChannelException.Reason;
import eu.rempart.alert.channel.ChannelKind;
import eu.rempart.alert.channel.Message;
import eu.rempart.alert.channel.MessageKind;
import eu.rempart.alert.channel.Receipt;
import eu.rempart.alert.channel.peer.Peer;
import eu.rempart.alert.channel.peer.Peers;
import eu.rempart.alert.channel.wire.HttpPost;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/** Push to phones by ntfy. An address is a topic, which whoever knows it can read. */
final class PushChannel implements Channel {

  private static final Pattern TOPIC = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  private final Peers peers;
  private final HttpPost http;

  PushChannel(Peers peers, HttpPost http) {
    this.peers = peers;
    this.http = http;
  }

  @Override
  public ChannelKind kind() {
    return ChannelKind.PUSH;
  }

  @Override
  public boolean configured() {
    return peers.find(kind(), Peer.Ntfy.class).isPresent();
  }

  /** Each post is a notification of its own. */
  @Override
  public boolean idempotent() {
    return false;
  }

  @Override
  public void check(String address) {
    if (!TOPIC.matcher(address).matches()) {
      throw new IllegalArgumentException("alert-channel.address.push.wrong");
    }
  }

  @Override
  public void connect() throws ChannelException {
    http.connect(
        peers.find(kind(), Peer.Ntfy.class).orElseThrow(Failures::notConfigured).address());
  }

  @Override
  public Receipt send(String address, Message message) throws ChannelException {
    check(address);
    Peer.Ntfy peer = peers.find(kind(), Peer.Ntfy.class).orElseThrow(Failures::notConfigured);
    String token = peer.token();
    // as JSON: headers, the other way to say it, have no letters but English ones
    String answered =
        http.post(
            peer.address(),
            "application/json",
            token == null ? Map.of() : Map.of("Authorization", "Bearer " + token),
            JsonMapper.shared().writeValueAsBytes(notification(address, message)));
    if (answered.equals("text/html")) {
      // ntfy answers in JSON: this is a page for people, of somebody else
      throw new ChannelException(Reason.GARBAGE, false, null, null);
    }
    return new Receipt(message.id().toString());
  }

  private static Map<String, Object> notification(String topic, Message message) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("topic", topic);
    all.put("title", message.title());
    all.put("message", message.text().isBlank() ? message.title() : message.text());
    all.put("priority", priority(message));
    all.put("tags", List.of(tag(message)));
    URI link = message.link();
    if (link != null) {
      all.put("click", link.toString());
    }
    return all;
  }

  /** 5 breaks through a phone's silence. */
  private static int priority(Message message) {
    if (message.kind() == MessageKind.ACKNOWLEDGED || message.kind() == MessageKind.RESOLVED) {
      return 3;
    }
    return switch (message.severity()) {
      case INFO -> 3;
      case WARNING -> 4;
      case CRITICAL -> 5;
    };
  }

  /** Names of signs that ntfy knows. */
  private static String tag(Message message) {
    return switch (message.kind()) {
      case ALARM, REMINDER ->
          switch (message.severity()) {
            case INFO -> "information_source";
            case WARNING -> "warning";
            case CRITICAL -> "rotating_light";
          };
      case ACKNOWLEDGED -> "eyes";
      case RESOLVED -> "white_check_mark";
      case TEST -> "bell";
      case CODE -> "key";
    };
  }
}
