package eu.rempart.alert.incident;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.alert.channel.Message;
import eu.rempart.alert.channel.MessageKind;
import eu.rempart.alert.channel.Severity;
import eu.rempart.alert.channel.send.Gsm7;
import eu.rempart.alert.channel.send.ShortText;
import eu.rempart.shell.text.Texts;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Alerts of all kinds, in all languages, with names as firms give them, are one text message. */
class AlertTextLengthTest {

  private static final List<Locale> LANGUAGES =
      List.of(Locale.ENGLISH, Locale.FRENCH, Locale.GERMAN, Locale.of("nl"));

  private static final URI LINK = URI.create("https://crm.dupont.example/alerts");
  private static final Instant BEGUN = Instant.parse("2026-11-30T08:32:05Z");

  /** Beside a longer one there is no room for anything but the link. */
  private static final int LONG_TITLE = 80;

  private static final String CHECK = "Boutique – paiements";

  private static final String DESTINATION = "sftp://sauvegarde@dc1.dupont.example/rempart";

  /** What there are texts for, with what is known of it. */
  private static List<Incident> incidents() {
    List<Incident> all = new ArrayList<>();
    var texts = ResourceBundle.getBundle("i18n.alert", Locale.ROOT);
    for (String key : new TreeSet<>(texts.keySet())) {
      if (key.matches("alert\\.what\\..*\\.title")) {
        String what = key.replaceAll("alert\\.what\\.(.*)\\.title", "$1");
        if (what.equals("security")) {
          ResourceBundle.getBundle("i18n.account", Locale.ROOT).keySet().stream()
              .filter(each -> each.startsWith("account.event."))
              .map(each -> each.substring("account.event.".length()))
              .map(kind -> incident(what, Sources.SECURITY, List.of(kind, "7F3A", "place=CN")))
              .forEach(all::add);
        } else {
          all.add(incident(what, source(what), facts(what)));
        }
      }
    }
    return all;
  }

  private static String source(String what) {
    if (what.startsWith("watch")) {
      return Sources.WATCH;
    }
    if (what.startsWith("agent")) {
      return Sources.AGENTS;
    }
    if (what.startsWith("rise") || what.equals("account-tried")) {
      return Sources.DETECTION;
    }
    if (what.startsWith("backup")) {
      return Sources.BACKUPS;
    }
    if (what.startsWith("place")) {
      return Sources.PLACES;
    }
    return switch (what) {
      case "quorum", "quorum-trouble" -> Sources.QUORUM;
      case "duty-now", "duty-soon" -> Sources.DUTY;
      case "peer-silent" -> Sources.PEERS;
      case "site-one-copy", "site-witness-away" -> Sources.SITES;
      default -> Sources.EDGE;
    };
  }

  private static List<String> facts(String what) {
    return switch (what) {
      case "watch-down", "watch-slow", "watch-level" ->
          List.of(CHECK, "boutique.dupont.example:443", "status", "503");
      case "watch-flapping" -> List.of(CHECK, "boutique.dupont.example:443");
      case "quorum", "quorum-trouble" -> List.of(CHECK, "4", "9", "5");
      case "agent-silent", "agent-suspended" -> List.of("Francfort-sur-le-Main", "sonde-fra-2");
      case "edge-flood" -> List.of("1373", "RU CN US");
      case "edge-spraying" -> List.of("1240", "980");
      case "rise", "rise-place" -> List.of("missing", "1240", "35", "AE");
      case "account-tried" -> List.of("26", "26", "10");
      case "duty-soon" -> List.of("2026-12-24");
      case "peer-silent" -> List.of("sms-http", "not-configured");
      case "site-one-copy", "site-witness-away" -> List.of("site-francfort");
      case "backup-missing-classic", "backup-missing-image" ->
          List.of("site-francfort", DESTINATION, "137");
      case "backup-bad-classic", "backup-bad-image" -> List.of("site-francfort", DESTINATION);
      case "backup-host-key" -> List.of(DESTINATION);
      case "backup-left-out" -> List.of(DESTINATION, "137");
      case "place-elsewhere" -> List.of("passerelle.sms.dupont.example", "FR", "US");
      case "place-not-allowed" -> List.of("passerelle.sms.dupont.example");
      case "backup-unproven" -> List.of("site-francfort", "137");
      case "backup-log-late" -> List.of("1440");
      default -> List.of();
    };
  }

  private static Incident incident(String what, String source, List<String> facts) {
    return new Incident(
        UUID.randomUUID(),
        source + ":key",
        source,
        "",
        Severity.CRITICAL,
        what,
        facts,
        "/alerts",
        Ending.BY_SOURCE,
        IncidentState.OPEN,
        what.equals("group"),
        120,
        BEGUN,
        BEGUN,
        null,
        null,
        null,
        1,
        1,
        0,
        null,
        null);
  }

  private static Message message(MessageKind kind, Incident incident, AlertText text) {
    String words = text.words(kind, incident, Optional.of("Marie-Hélène Vandenberghe"));
    boolean alarm = kind == MessageKind.ALARM || kind == MessageKind.REMINDER;
    return new Message(
        UUID.randomUUID(),
        UUID.randomUUID(),
        1,
        kind,
        Severity.CRITICAL,
        cut(text.subject(kind, incident)),
        alarm ? text.answer() + "\n" + words : words,
        LINK,
        BEGUN);
  }

  /** As the queue does. */
  private static String cut(String title) {
    return title.length() <= Message.LONGEST_TITLE
        ? title
        : title.substring(0, Message.LONGEST_TITLE - 1) + "…";
  }

  @Test
  void everyKindFitsOneMessageWithTitleAnswerAndLink() {
    List<Incident> incidents = incidents();
    assertThat(incidents).hasSizeGreaterThan(30);
    var softly = new SoftAssertions();
    for (Locale language : LANGUAGES) {
      AlertText text = new AlertText(language);
      for (Incident incident : incidents) {
        for (MessageKind kind :
            List.of(
                MessageKind.ALARM,
                MessageKind.REMINDER,
                MessageKind.ACKNOWLEDGED,
                MessageKind.RESOLVED)) {
          Message message = message(kind, incident, text);
          String sent = ShortText.of(message, false);
          String what = "%s %s %s: %s".formatted(language, incident.what(), kind, sent);
          softly
              .assertThat(Gsm7.encode(sent))
              .as(what)
              .hasValueSatisfying(
                  septets -> assertThat(septets.length).isLessThanOrEqualTo(ShortText.LONGEST));
          softly
              .assertThat(sent)
              .as(what)
              .doesNotContain("alert.what", "edge.rise", "{")
              .contains("\n" + LINK);
          // what happened comes before how to answer, where a security event needs many words
          boolean room =
              !incident.what().equals("security") || message.title().length() <= LONG_TITLE;
          if (message.text().startsWith(text.answer()) && room) {
            softly.assertThat(sent).as(what).contains(text.answer());
          }
        }
      }
    }
    softly.assertAll();
  }

  @Test
  void testsAndCodesFitToo() {
    for (Locale language : LANGUAGES) {
      String code = Texts.in(language, "alert.message.code", "123456");
      String words = Texts.in(language, "alert.message.code.words");
      Message message =
          new Message(
              UUID.randomUUID(),
              UUID.randomUUID(),
              1,
              MessageKind.CODE,
              Severity.INFO,
              code,
              words,
              LINK,
              BEGUN);
      assertThat(Gsm7.encode(ShortText.of(message, false)))
          .as("%s", language)
          .hasValueSatisfying(
              septets -> assertThat(septets.length).isLessThanOrEqualTo(ShortText.LONGEST));
    }
  }
}
