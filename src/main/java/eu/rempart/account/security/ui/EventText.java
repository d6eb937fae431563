package eu.rempart.account.security.ui;

import static eu.rempart.shell.text.Texts.t;

import eu.rempart.account.Role;
import eu.rempart.account.security.SecurityNote;
import eu.rempart.account.ui.PlaceText;
import eu.rempart.account.ui.RoleText;
import eu.rempart.mail.MailFault;
import eu.rempart.shell.text.Formats;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Security events in the person's language. */
final class EventText {

  /** In which order what was noted makes a sentence. */
  private static final List<String> ORDER =
      List.of(
          "cause",
          "channel",
          "topic",
          "why",
          "number",
          "tries",
          "kind",
          "format",
          "rows",
          "usual",
          "earlier",
          "from",
          "to",
          "minutes",
          "refused",
          "count",
          "accounts",
          "sources",
          "since",
          "row",
          "network",
          "place",
          "places",
          "within",
          "repetition",
          "fault",
          "by");

  /** What the sentence of a cause tells already. */
  private static final Set<String> IN_CAUSE = Set.of("count", "accounts", "sources", "minutes");

  /** Names a cause, and how many others it was: no sentence of one network fits. */
  private static final String MORE = "edge.suspected.more";

  /** Events whose cause is a detector's, or somebody's who blocked a network by hand. */
  private static final String OF_NETWORKS = "edge.";

  /** What tells one flood from another says nothing to people. */
  private static final String FLOOD = "flood";

  private EventText() {}

  static String of(String kind) {
    return t("account.event." + kind);
  }

  static String severity(String severity) {
    return t("account.severity." + severity);
  }

  /**
   * What was noted beside the kind, such as who did it and how much; empty where nothing was.
   *
   * @param members names of members by id
   */
  static String detail(SecurityNote note, Map<UUID, String> members) {
    boolean explained =
        note.detail().containsKey("cause")
            && note.kind().startsWith(OF_NETWORKS)
            && !note.kind().equals(MORE);
    return note.detail().entrySet().stream()
        .filter(noted -> !explained || !IN_CAUSE.contains(noted.getKey()))
        .filter(noted -> !noted.getKey().equals(FLOOD))
        .sorted(Comparator.comparingInt(noted -> ORDER.indexOf(noted.getKey())))
        .map(
            noted ->
                noted.getKey().equals("cause")
                    ? explained ? cause(note.detail()) : bareCause(note)
                    : words(noted.getKey(), noted.getValue(), members))
        .collect(Collectors.joining(" · "));
  }

  /** A word or two, where no sentence of one network fits. */
  private static String bareCause(SecurityNote note) {
    String cause = note.detail().getOrDefault("cause", "");
    return note.kind().equals(MORE)
        ? t("edge.detection." + cause)
        : t("account.noted.cause." + cause);
  }

  /** The sentence that says why a network is banned. */
  private static String cause(Map<String, String> detail) {
    return t(
        "edge.cause." + detail.get("cause"),
        number(detail, "count"),
        number(detail, "accounts"),
        number(detail, "sources"),
        // events of before it could be set do not say it
        Long.parseLong(detail.getOrDefault("minutes", "10")));
  }

  private static long number(Map<String, String> detail, String name) {
    return Long.parseLong(detail.getOrDefault(name, "0"));
  }

  private static String words(String name, String value, Map<UUID, String> members) {
    return switch (name) {
      case "by" ->
          t(
              "account.noted.by",
              members.getOrDefault(UUID.fromString(value), t("account.noted.somebody")));
      case "channel" -> t("alert.channel." + value);
      case "accounts" -> t("account.noted.accounts", Long.valueOf(value));
      case "earlier" -> t("account.noted.earlier", PlaceText.of(value));
      case "network" -> value;
      case "number" -> t("account.noted.number", Long.valueOf(value));
      case "places" ->
          Arrays.stream(value.split(" ", -1)).map(PlaceText::of).collect(Collectors.joining(", "));
      case "refused" -> t("account.noted.refused", Long.valueOf(value));
      case "repetition" -> t("account.noted.repetition", Long.valueOf(value));
      case "sources" -> t("account.noted.sources", Long.valueOf(value));
      case "topic" -> t("edge.rise.topic." + value.toLowerCase(Locale.ROOT).replace('_', '-'));
      case "tries" -> t("account.noted.tries", Long.valueOf(value));
      case "usual" -> t("account.noted.usual", Long.valueOf(value));
      case "why" -> t("edge.measure." + value);
      case "within" -> t("account.noted.within", Long.valueOf(value));
      case "count" -> t("account.noted.count", Long.valueOf(value));
      case "format" -> t("account.noted.format", t("account.noted.format." + value));
      case "from" -> t("account.noted.from", RoleText.of(Role.valueOf(value)));
      case "kind" -> t(value + ".kind");
      case "minutes" -> t("account.noted.minutes", Long.valueOf(value));
      case "place" -> PlaceText.of(value);
      case "fault" -> MailText.words(MailFault.valueOf(value));
      case "row" -> t("account.noted.row", Long.valueOf(value));
      case "rows" -> t("account.noted.rows", Long.valueOf(value));
      case "since" -> t("account.noted.since", Formats.dateTime(Instant.parse(value)));
      case "to" -> t("account.noted.to", RoleText.of(Role.valueOf(value)));
      default -> name + " " + value;
    };
  }
}
