package eu.rempart.journey.operations;

import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import eu.rempart.alert.channel.ChannelKind;
import eu.rempart.alert.channel.smpp.Smsc;
import eu.rempart.alert.channel.wire.LoopbackPeer;
import eu.rempart.journey.MailedFirm;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** All whom alerts go to, on loopback, and what they took. */
final class AlertPeers implements AutoCloseable {

  /** What reminders begin with: whoever is silent gets those beside the alarm. */
  private static final String REMINDER = "Still ";

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private static final Pattern CODE = Pattern.compile("([0-9]{6}) is your code");

  /** What somebody is told by something that writes it down as it came. */
  private record Taken(ChannelKind by, String to, String words) {}

  final Smsc smsc = new Smsc();
  final LoopbackPeer pager = LoopbackPeer.playing(this::page);
  private final List<Taken> taken = new CopyOnWriteArrayList<>();
  private final List<String> held = new CopyOnWriteArrayList<>();
  private final HttpServer web;
  private volatile String hold = "";

  AlertPeers() {
    try {
      web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (ChannelKind kind :
        List.of(ChannelKind.SMS_HTTP, ChannelKind.PAGERDUTY, ChannelKind.PUSH)) {
      web.createContext(
          path(kind),
          exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            taken.add(new Taken(kind, "", new String(body, StandardCharsets.UTF_8)));
            exchange.sendResponseHeaders(202, -1);
            exchange.close();
          });
    }
    web.start();
  }

  private static String path(ChannelKind kind) {
    return kind == ChannelKind.PUSH ? "/" : "/" + kind.key();
  }

  /** Where a kind that posts is posted to. */
  String url(ChannelKind kind) {
    return "http://127.0.0.1:" + web.getAddress().getPort() + path(kind);
  }

  /** The pager goes silent where it is to send this: nothing is on its way, and somebody waits. */
  void holdPages(String words) {
    hold = words;
  }

  boolean holdsPage() {
    return !held.isEmpty();
  }

  void holdNoMore() {
    hold = "";
  }

  /** A paging terminal takes a page with SEND, and nothing before it. */
  private void page(Socket socket) throws IOException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    LoopbackPeer.write(socket, "220 pager.example SNPP\r\n");
    String to = "";
    String words = "";
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.startsWith("PAGE ")) {
        to = line.substring(5);
      } else if (line.startsWith("MESS ")) {
        words = line.substring(5);
        String silent = hold;
        if (!silent.isEmpty() && words.contains(silent)) {
          held.add(words);
          pager.untilTheEnd();
        }
      } else if (line.equals("SEND")) {
        taken.add(new Taken(ChannelKind.PAGER, to, words));
      }
      LoopbackPeer.write(socket, "250 fine\r\n");
    }
  }

  /**
   * How many alarms with these words somebody got by a channel; reminders are none, and what
   * PagerDuty takes for one alert is one.
   */
  long alarms(ChannelKind by, String to, String words) {
    return switch (by) {
      case EMAIL ->
          Arrays.stream(MailedFirm.SERVERS.green().getReceivedMessages())
              .filter(mail -> is(mail, to, words))
              .count();
      case SMS -> texts(to).filter(text -> isAlarm(text, words)).count();
      case PAGER -> of(by, words).filter(each -> each.to().equals(to)).count();
      case SMS_HTTP, PUSH -> of(by, words).filter(each -> each.words().contains(to)).count();
      case PAGERDUTY ->
          of(by, words)
              .map(each -> JsonMapper.shared().readTree(each.words()))
              .filter(event -> text(event, "routing_key").equals(to))
              .map(event -> text(event, "dedup_key"))
              .distinct()
              .count();
    };
  }

  /** What somebody has to type in before they are told of anything there; the latest. */
  Optional<String> code(ChannelKind by, String to) {
    Stream<String> all =
        switch (by) {
          case EMAIL ->
              Arrays.stream(MailedFirm.SERVERS.green().getReceivedMessages())
                  .filter(mail -> is(mail, to, "is your code"))
                  .map(AlertPeers::subject);
          case SMS -> texts(to);
          case PAGER ->
              of(by, "is your code").filter(each -> each.to().equals(to)).map(Taken::words);
          case SMS_HTTP, PUSH, PAGERDUTY ->
              of(by, "is your code").map(Taken::words).filter(words -> words.contains(to));
        };
    return all.map(CODE::matcher)
        .filter(Matcher::find)
        .map(found -> found.group(1))
        .reduce((_, latest) -> latest);
  }

  private Stream<Taken> of(ChannelKind by, String words) {
    return taken.stream().filter(each -> each.by() == by && isAlarm(each.words(), words));
  }

  private static String text(JsonNode event, String field) {
    return event.get(field).stringValue();
  }

  private static boolean isAlarm(String text, String words) {
    return text.contains(words) && !text.contains(REMINDER + words);
  }

  /** Whether PagerDuty was told that somebody takes care of it. */
  boolean calmed(String words) {
    return taken.stream()
        .filter(each -> each.by() == ChannelKind.PAGERDUTY && each.words().contains(words))
        .map(each -> JsonMapper.shared().readTree(each.words()))
        .anyMatch(event -> text(event, "event_action").equals("acknowledge"));
  }

  /** The parts of text messages that a number got over SMPP. */
  private Stream<String> texts(String phone) {
    return smsc.taken.stream()
        .filter(sent -> phone.equals("+" + sent.getDestAddress()))
        // the alphabet of phones is ASCII where it is English
        .map(sent -> new String(sent.getShortMessage(), StandardCharsets.ISO_8859_1));
  }

  private static String subject(MimeMessage mail) {
    try {
      return String.valueOf(mail.getSubject());
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean is(MimeMessage mail, String address, String words) {
    try {
      return isAlarm(subject(mail), words)
          && Arrays.stream(mail.getAllRecipients())
              .anyMatch(each -> each.toString().equalsIgnoreCase(address));
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Waits for what is to come. */
  static void until(String what, Callable<Boolean> there) {
    await(what).atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(there);
  }

  @Override
  public void close() {
    web.stop(0);
    pager.close();
    smsc.close();
  }
}
