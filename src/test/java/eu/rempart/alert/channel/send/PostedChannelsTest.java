package eu.rempart.alert.channel.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import eu.rempart.alert.channel.Channel;
import eu.rempart.alert.channel.ChannelException;
import eu.rempart.alert.channel.ChannelException.Reason;
import eu.rempart.alert.channel.ChannelKind;
import eu.rempart.alert.channel.MessageKind;
import eu.rempart.alert.channel.Messages;
import eu.rempart.alert.channel.peer.Peer;
import eu.rempart.alert.channel.peer.Peers;
import eu.rempart.alert.channel.peer.Setting;
import eu.rempart.alert.channel.wire.HttpPost;
import eu.rempart.alert.channel.wire.Wire;
import eu.rempart.kernel.place.TestPlaces;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The channels that post to the web, against a real server of it. */
class PostedChannelsTest {

  private static final String PHONE = "+33612345678";
  private static final String KEY = "0123456789abcdef0123456789ABCDEF";

  /** What came: the path, a header and the body. */
  private record Request(String path, @Nullable String authorization, String body) {}

  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private int status = 202;
  private String type = "application/json";

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          requests.add(
              new Request(
                  exchange.getRequestURI().toString(),
                  exchange.getRequestHeaders().getFirst("Authorization"),
                  new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
          exchange.getResponseHeaders().add("Location", "/elsewhere");
          exchange.getResponseHeaders().add("Content-Type", type);
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private Channel channel(ChannelKind kind, Map<Setting, String> more, @Nullable String secret) {
    Map<Setting, String> said = new EnumMap<>(Setting.class);
    said.put(Setting.URL, "http://127.0.0.1:" + server.getAddress().getPort() + "/in");
    said.putAll(more);
    Peer peer = Peer.of(kind, said, secret);
    Peers peers = _ -> Optional.of(peer);
    HttpPost http = new HttpPost(new Wire(Optional.empty(), TestPlaces.anywhere()));
    return switch (kind) {
      case SMS_HTTP -> new GatewayChannel(peers, http, () -> false);
      case PAGERDUTY -> new PagerDutyChannel(peers, http, "crm.firm.example");
      case PUSH -> new PushChannel(peers, http);
      case EMAIL, SMS, PAGER -> throw new IllegalArgumentException(kind + " posts nothing");
    };
  }

  private JsonNode posted() {
    assertThat(requests).hasSize(1);
    return JsonMapper.shared().readTree(requests.getFirst().body());
  }

  @Test
  void aGatewayGetsNumberAndTextInItsOwnWords() throws Exception {
    channel(ChannelKind.SMS_HTTP, Map.of(), "Bearer t0ken").send(PHONE, Messages.alarm());
    assertThat(posted().get("to").stringValue()).isEqualTo(PHONE);
    assertThat(posted().get("text").stringValue())
        .isEqualTo(
            "CRM does not answer\nThree zones agree.\nReply 1 to acknowledge.\n"
                + "https://crm.firm.example/alerts");
    assertThat(requests.getFirst().authorization()).isEqualTo("Bearer t0ken");

    requests.clear();
    var form =
        Map.of(
            Setting.FORMAT, "form",
            Setting.TEMPLATE, "number={to}&body={text}&key={secret}&ref={id}",
            Setting.HEADER, "");
    channel(ChannelKind.SMS_HTTP, form, "k&1")
        .send(PHONE, Messages.of(MessageKind.ALARM, "A&number=+1", ""));
    assertThat(requests.getFirst().authorization()).isNull();
    assertThat(requests.getFirst().body())
        .startsWith("number=%2B33612345678&body=A%26number%3D%2B1")
        .endsWith("&key=k%261&ref=" + Messages.ID);
  }

  @Test
  void aPageForPeopleIsNoAnswerOfNtfy() {
    status = 200;
    type = "text/html; charset=utf-8";
    Channel push = channel(ChannelKind.PUSH, Map.of(), null);
    ChannelException why =
        catchThrowableOfType(ChannelException.class, () -> push.send("alarms", Messages.alarm()));
    assertThat(why.reason()).isEqualTo(Reason.GARBAGE);
    assertThat(why.retry()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"SMS_HTTP", "PAGERDUTY", "PUSH"})
  void whetherThePeerIsThereIsFoundOutWithoutAMessage(ChannelKind kind) throws Exception {
    Channel channel = channel(kind, Map.of(), null);
    channel.connect();
    server.stop(0);
    ChannelException why = catchThrowableOfType(ChannelException.class, channel::connect);
    assertThat(why.reason()).isEqualTo(Reason.UNREACHABLE);
    assertThat(requests).isEmpty();
  }

  @Test
  void aLongTextIsCutForPhonesAndTheLinkStays() throws Exception {
    channel(ChannelKind.SMS_HTTP, Map.of(), null)
        .send(PHONE, Messages.of(MessageKind.ALARM, "t".repeat(60), "xy ".repeat(300)));
    assertThat(posted().get("text").stringValue())
        .hasSizeBetween(ShortText.LONGEST - 3, ShortText.LONGEST)
        .endsWith("...\nhttps://crm.firm.example/alerts");
  }

  @Test
  void whatPagerDutyTriesIsEndedThereAtOnce() throws Exception {
    channel(ChannelKind.PAGERDUTY, Map.of(), null)
        .send(KEY, Messages.of(MessageKind.TEST, "A test", "more"));
    assertThat(requests)
        .map(request -> JsonMapper.shared().readTree(request.body()))
        .extracting(event -> event.get("event_action").stringValue())
        .containsExactly("trigger", "resolve");
    assertThat(requests)
        .map(request -> JsonMapper.shared().readTree(request.body()))
        .extracting(event -> event.get("dedup_key").stringValue())
        .containsOnly(Messages.alarm().incident().toString());
  }

  @ParameterizedTest
  @CsvSource({
    "ALARM, trigger",
    "REMINDER, trigger",
    "ACKNOWLEDGED, acknowledge",
    "RESOLVED, resolve"
  })
  void pagerDutyGroupsByIncident(MessageKind kind, String action) throws Exception {
    Channel channel = channel(ChannelKind.PAGERDUTY, Map.of(), null);
    assertThat(channel.idempotent()).isTrue();
    channel.send(KEY, Messages.of(kind, "CRM \"down\"", "more"));
    JsonNode event = posted();
    assertThat(event.get("routing_key").stringValue()).isEqualTo(KEY);
    assertThat(event.get("event_action").stringValue()).isEqualTo(action);
    assertThat(event.get("dedup_key").stringValue()).isEqualTo(Messages.INCIDENT.toString());
    JsonNode payload = event.get("payload");
    assertThat(payload.get("summary").stringValue()).isEqualTo("CRM \"down\"");
    assertThat(payload.get("severity").stringValue()).isEqualTo("critical");
    assertThat(payload.get("source").stringValue()).isEqualTo("crm.firm.example");
    assertThat(payload.get("timestamp").stringValue()).isEqualTo("2026-11-27T08:00:00Z");
    assertThat(event.get("client_url").stringValue()).isEqualTo("https://crm.firm.example/alerts");
  }

  /** PagerDuty calls nobody for an alert that somebody there has acknowledged. */
  @ParameterizedTest
  @CsvSource({"ALARM", "REMINDER", "ACKNOWLEDGED", "RESOLVED"})
  void whatWasOpenedAnewIsAnotherAlertOfPagerDuty(MessageKind kind) throws Exception {
    channel(ChannelKind.PAGERDUTY, Map.of(), null).send(KEY, Messages.of(kind, 3, "CRM", "more"));
    assertThat(posted().get("dedup_key").stringValue()).isEqualTo(Messages.INCIDENT + "-3");
  }

  @Test
  void ntfyBreaksThroughSilenceForWhatIsCritical() throws Exception {
    channel(ChannelKind.PUSH, Map.of(), "tk_secret").send("duty-7f3a", Messages.alarm());
    JsonNode push = posted();
    assertThat(push.get("topic").stringValue()).isEqualTo("duty-7f3a");
    assertThat(push.get("priority").intValue()).isEqualTo(5);
    assertThat(push.get("tags").get(0).stringValue()).isEqualTo("rotating_light");
    assertThat(push.get("click").stringValue()).isEqualTo("https://crm.firm.example/alerts");
    assertThat(requests.getFirst().authorization()).isEqualTo("Bearer tk_secret");
  }

  @ParameterizedTest
  @CsvSource({
    "SMS_HTTP, 429, true",
    "SMS_HTTP, 500, true",
    "SMS_HTTP, 302, false",
    "PAGERDUTY, 429, true",
    "PAGERDUTY, 400, false",
    "PAGERDUTY, 500, true",
    "PUSH, 403, false",
    "PUSH, 429, true",
    "PUSH, 307, false"
  })
  void aRefusalSaysWhetherToTryAgain(ChannelKind kind, int answer, boolean retry) {
    status = answer;
    String address =
        switch (kind) {
          case PAGERDUTY -> KEY;
          case PUSH -> "duty";
          default -> PHONE;
        };
    ChannelException failure =
        catchThrowableOfType(
            ChannelException.class,
            () -> channel(kind, Map.of(), null).send(address, Messages.alarm()));
    assertThat(failure.reason()).isEqualTo(Reason.REFUSED);
    assertThat(failure.number()).isEqualTo(answer);
    assertThat(failure.retry()).isEqualTo(retry);
    assertThat(requests).as("redirects are not followed").hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "SMS_HTTP, 0612345678",
    "SMS_HTTP, +0612345678",
    "SMS_HTTP, '+33 6 12'",
    "SMS_HTTP, ''",
    "PAGERDUTY, short",
    "PAGERDUTY, '0123456789abcdef0123456789abcde\"'",
    "PUSH, a/b",
    "PUSH, ''"
  })
  void whatIsNoAddressIsRefused(ChannelKind kind, String address) {
    Channel channel = channel(kind, Map.of(), null);
    assertThatThrownBy(() -> channel.check(address))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("alert-channel.address.");
    assertThatThrownBy(() -> channel.send(address, Messages.alarm()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(requests).isEmpty();
  }

  @Test
  void whatIsNotSetUpIsNotConfigured() {
    HttpPost http = new HttpPost(new Wire(Optional.empty(), TestPlaces.anywhere()));
    Peers nobody = _ -> Optional.empty();
    Channel push = new PushChannel(nobody, http);
    assertThat(push.configured()).isFalse();
    ChannelException failure =
        catchThrowableOfType(ChannelException.class, () -> push.send("duty", Messages.alarm()));
    assertThat(failure.reason()).isEqualTo(Reason.NOT_CONFIGURED);
  }
}
