package eu.rempart.account.security.ui;

import static eu.rempart.shell.text.Texts.t;

import eu.rempart.account.Role;
import eu.rempart.account.security.SecurityNote;
import eu.rempart.account.ui.PlaceText;
import eu.rempart.account.ui.RoleText;
import eu.rempart.mail.MailFault;
import eu.rempart.shell.text.Formats;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Security events in the person's language. */
final class EventText {

  /** In which order what was noted makes a sentence. */
  private static final List<String> ORDER =
      List.of(
          "kind", "format", "rows", "from", "to", "minutes", "count", "since", "row", "place",
          "fault", "by");

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
    return note.detail().entrySet().stream()
        .sorted(Comparator.comparingInt(noted -> ORDER.indexOf(noted.getKey())))
        .map(noted -> words(noted.getKey(), noted.getValue(), members))
        .collect(Collectors.joining(" · "));
  }

  private static String words(String name, String value, Map<UUID, String> members) {
    return switch (name) {
      case "by" ->
          t(
              "account.noted.by",
              members.getOrDefault(UUID.fromString(value), t("account.noted.somebody")));
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
