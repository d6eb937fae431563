package eu.rempart.alert.incident;

import eu.rempart.alert.channel.MessageKind;
import eu.rempart.alert.channel.Severity;
import eu.rempart.shell.text.Texts;
import eu.rempart.watch.check.Zone;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Words for incidents, in a language: for messages, and for screens. */
public final class AlertText {

  private static final String WATCH = "watch-";
  private static final String RISE = "rise";
  private static final String FLOOD = "edge-flood";
  private static final String SPRAYING = "edge-spraying";

  private final Locale language;
  private final EventWords events;

  public AlertText(Locale language) {
    this.language = language;
    this.events = new EventWords(language);
  }

  private String text(String key, Object... arguments) {
    return Texts.in(language, key, arguments);
  }

  /** What an incident is, in a few words. */
  public String title(Incident incident) {
    return text("alert.what." + incident.what() + ".title", arguments(incident));
  }

  /** What an incident is, in a sentence. */
  public String sentence(Incident incident) {
    if (incident.source().equals(Sources.SECURITY) && !incident.grouped()) {
      return text("alert.what.security.text", events.of(incident.facts()));
    }
    return text("alert.what." + incident.what() + ".text", arguments(incident));
  }

  public String of(Severity severity) {
    return text("alert.severity." + severity.key());
  }

  public String source(String source) {
    return text("alert.source." + source);
  }

  private Object[] arguments(Incident incident) {
    if (incident.grouped()) {
      return new Object[] {source(incident.source()), incident.raised()};
    }
    Object[] arguments = incident.facts().toArray();
    if (incident.source().equals(Sources.SECURITY)) {
      return new Object[] {events.kind(incident.facts())};
    }
    if (incident.what().equals(FLOOD) || incident.what().equals(SPRAYING)) {
      return abuse(incident.what(), arguments);
    }
    if (incident.source().equals(Sources.PEERS)) {
      return new Object[] {
        text("alert.channel." + arguments[0]), text("alert.reason." + arguments[1])
      };
    }
    if (incident.source().equals(Sources.AGENTS) && arguments.length > 0) {
      arguments[0] = zone((String) arguments[0]);
    }
    if (incident.what().equals("duty-soon")) {
      arguments[0] = day(LocalDate.parse((String) arguments[0]));
    }
    if (incident.source().equals(Sources.DETECTION)) {
      return detected(incident.what(), incident.facts());
    }
    if (incident.what().startsWith(WATCH) && arguments.length == 4) {
      // the name, where it is, and why, with its number
      arguments[2] =
          arguments[2].equals("")
              ? ""
              : text("watch.failure." + arguments[2], Long.parseLong((String) arguments[3]));
    }
    return arguments;
  }

  /** How many, and from where; what was found before both were kept has the first alone. */
  private Object[] abuse(String what, Object[] facts) {
    Object second = facts.length > 1 ? facts[1] : "";
    return new Object[] {
      facts[0],
      what.equals(FLOOD) ? events.countries((String) second) : EventWords.number((String) second)
    };
  }

  private Object[] detected(String what, List<String> facts) {
    Object[] arguments = facts.stream().map(EventWords::number).toArray();
    if (what.startsWith(RISE)) {
      arguments[0] = text("edge.rise.topic." + facts.getFirst());
      arguments[3] = events.country(facts.get(3));
    }
    return arguments;
  }

  /** Zones that an organisation made itself have a code and no name. */
  private String zone(String code) {
    boolean usual = Zone.USUAL.stream().anyMatch(zone -> zone.code().equals(code));
    return usual ? text("watch.zone." + code) : code;
  }

  /** The line above a message. */
  String subject(MessageKind kind, Incident incident) {
    String title = title(incident);
    return switch (kind) {
      case ALARM, TEST, CODE -> text("alert.message.alarm", of(incident.severity()), title);
      case REMINDER -> text("alert.message.reminder", of(incident.severity()), title);
      case ACKNOWLEDGED -> text("alert.message.acknowledged", title);
      case RESOLVED -> text("alert.message.resolved", title);
    };
  }

  /**
   * The text of a message.
   *
   * @param who who takes care of it, for the one that says so
   */
  String words(MessageKind kind, Incident incident, Optional<String> who) {
    String sentence = sentence(incident);
    String since = text("alert.message.since", at(incident));
    return switch (kind) {
      case ACKNOWLEDGED ->
          String.join(
              "\n",
              text(
                  "alert.message.acknowledged.by",
                  who.orElseGet(() -> text("alert.message.administrator"))),
              sentence,
              since);
      case ALARM, REMINDER, TEST, CODE, RESOLVED -> String.join("\n", sentence, since);
    };
  }

  /** How an alarm is answered where answers arrive. */
  String answer() {
    return text("alert.message.answer");
  }

  /** In universal time, and saying so: nobody knows the zone of whoever reads it. */
  private String at(Incident incident) {
    ZoneId utc = ZoneOffset.UTC;
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(region())
            .format(incident.begunAt().atZone(utc))
        + " UTC";
  }

  private String day(LocalDate day) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(region()).format(day);
  }

  private Locale region() {
    return Locale.ENGLISH.equals(language) ? Locale.UK : language;
  }
}
