package eu.rempart.alert.channel.send;

import eu.rempart.alert.channel.Channel;
import eu.rempart.alert.channel.ChannelException;
import eu.rempart.alert.channel.ChannelKind;
import eu.rempart.alert.channel.Message;
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

/**
 * PagerDuty's Events API v2. An address is the key of an integration. All messages of one opening
 * of an incident have one key, so that what comes twice is one alert there, and what is opened anew
 * is another: of one that is acknowledged there nobody is called again, whatever comes.
 */
final class PagerDutyChannel implements Channel {

  private static final String RESOLVE = "resolve";
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9]{32}");

  private final Peers peers;
  private final HttpPost http;

  /** What the alert is said to come from. */
  private final String source;

  PagerDutyChannel(Peers peers, HttpPost http, String source) {
    this.peers = peers;
    this.http = http;
    this.source = source;
  }

  @Override
  public ChannelKind kind() {
    return ChannelKind.PAGERDUTY;
  }

  @Override
  public boolean configured() {
    return peers.find(kind(), Peer.PagerDuty.class).isPresent();
  }

  @Override
  public boolean idempotent() {
    return true;
  }

  @Override
  public void check(String address) {
    if (!KEY.matcher(address).matches()) {
      throw new IllegalArgumentException("alert-channel.address.pagerduty.wrong");
    }
  }

  @Override
  public void connect() throws ChannelException {
    http.connect(
        peers.find(kind(), Peer.PagerDuty.class).orElseThrow(Failures::notConfigured).address());
  }

  @Override
  public Receipt send(String address, Message message) throws ChannelException {
    check(address);
    Peer.PagerDuty peer =
        peers.find(kind(), Peer.PagerDuty.class).orElseThrow(Failures::notConfigured);
    post(peer, event(address, action(message), message));
    if (message.kind().single()) {
      // else it would call people until somebody ended it there
      post(peer, event(address, RESOLVE, message));
    }
    return new Receipt(message.incident().toString());
  }

  private void post(Peer.PagerDuty peer, Map<String, Object> event) throws ChannelException {
    http.post(
        peer.address(), "application/json", Map.of(), JsonMapper.shared().writeValueAsBytes(event));
  }

  private Map<String, Object> event(String key, String action, Message message) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("routing_key", key);
    event.put("event_action", action);
    event.put("dedup_key", dedup(message));
    event.put("client", "Rempart");
    event.put("payload", payload(message));
    URI link = message.link();
    if (link != null) {
      event.put("client_url", link.toString());
      event.put("links", List.of(Map.of("href", link.toString(), "text", message.title())));
    }
    return event;
  }

  private static String dedup(Message message) {
    String incident = message.incident().toString();
    return message.opening() == 1 ? incident : incident + "-" + message.opening();
  }

  private static String action(Message message) {
    return switch (message.kind()) {
      case ALARM, REMINDER, TEST, CODE -> "trigger";
      case ACKNOWLEDGED -> "acknowledge";
      case RESOLVED -> RESOLVE;
    };
  }

  private Map<String, Object> payload(Message message) {
    return Map.of(
        "summary",
        message.title(),
        "source",
        source,
        "severity",
        switch (message.severity()) {
          case INFO -> "info";
          case WARNING -> "warning";
          case CRITICAL -> "critical";
        },
        "timestamp",
        message.at().toString(),
        "custom_details",
        Map.of("text", message.text(), "message", message.id().toString()));
  }
}
