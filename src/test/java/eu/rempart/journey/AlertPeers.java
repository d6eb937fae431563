package eu.rempart.journey;

import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import eu.rempart.alert.channel.smpp.Smsc;
import eu.rempart.alert.channel.wire.LoopbackPeer;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;

/** All whom alerts go to, on loopback, and what they got: mail, SMSC, gateway, pager, push. */
final class AlertPeers implements AutoCloseable {

  /** What reminders begin with: whoever is silent gets one of those beside the alarm. */
  private static final String REMINDER = "Still ";

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  /** What one of the posted channels got. */
  private record Posted(String path, String body) {}

  final Smsc smsc = new Smsc();
  final LoopbackPeer pager = LoopbackPeer.speaking("220 pager.example SNPP", line -> "250 fine");
  private final List<Posted> posted = new CopyOnWriteArrayList<>();
  private final HttpServer web;

  AlertPeers() {
    try {
      web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    web.createContext(
        "/",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          posted.add(new Posted(exchange.getRequestURI().getPath(), body));
          exchange.sendResponseHeaders(202, -1);
          exchange.close();
        });
    web.start();
  }

  /** Where something is posted to. */
  String url(String path) {
    return "http://127.0.0.1:" + web.getAddress().getPort() + path;
  }

  /** The text messages, or parts of one, that a number got over SMPP and hold this. */
  List<String> texts(String phone, String words) {
    return smsc.taken.stream()
        .filter(sent -> phone.equals("+" + sent.getDestAddress()))
        .map(sent -> readable(sent.getShortMessage()))
        .filter(text -> alarms(text, words))
        .toList();
  }

  private static boolean alarms(String text, String words) {
    return text.contains(words) && !text.contains(REMINDER);
  }

  /** What is sent in the alphabet of phones is ASCII where it is English. */
  private static String readable(byte[] content) {
    return new String(content, StandardCharsets.ISO_8859_1);
  }

  /** How many posts to a path have all of these in them. */
  long posts(String path, String... words) {
    return posted.stream()
        .filter(each -> each.path().equals(path))
        .filter(each -> Arrays.stream(words).allMatch(word -> alarms(each.body(), word)))
        .count();
  }

  /** How many pages a pager got: its number, and what is said of it before SEND. */
  long pages(String number, String words) {
    List<String> lines = List.copyOf(pager.lines);
    long pages = 0;
    for (int i = 0; i + 1 < lines.size(); i++) {
      if (lines.get(i).equals("PAGE " + number) && alarms(lines.get(i + 1), words)) {
        pages++;
      }
    }
    return pages;
  }

  /** The subjects of the mails that came to an address and hold this. */
  static List<String> mails(String address, String words) {
    return Arrays.stream(MailedFirm.SERVERS.green().getReceivedMessages())
        .filter(mail -> is(mail, address, words))
        .map(AlertPeers::subject)
        .toList();
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
      return alarms(subject(mail), words)
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
