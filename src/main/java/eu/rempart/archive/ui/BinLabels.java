package eu.rempart.archive.ui;

import static eu.rempart.shell.text.Texts.t;

import eu.rempart.archive.BinEntry;
import java.util.Map;
import java.util.UUID;

/** What lies in the bin, in words. */
final class BinLabels {

  private static final String DATABASE = "database:";

  private BinLabels() {}

  /**
   * Who archived something.
   *
   * @param members names of members, as far as they are known
   */
  static String who(BinEntry entry, Map<UUID, String> members) {
    UUID by = entry.by();
    if (by != null) {
      return members.getOrDefault(by, t("history.actor.unknown"));
    }
    return entry.source().startsWith(DATABASE)
        ? t("history.actor.database", entry.source().substring(DATABASE.length()))
        : t("history.actor.system");
  }
}
