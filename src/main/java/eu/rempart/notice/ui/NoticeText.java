package eu.rempart.notice.ui;

import static eu.rempart.shell.text.Texts.t;

import eu.rempart.account.MemberNames;
import eu.rempart.history.HistoryService;
import eu.rempart.history.RecordKinds;
import eu.rempart.history.RecordRef;
import eu.rempart.notice.MailPace;
import eu.rempart.notice.Notice;
import eu.rempart.notice.NoticeKind;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Notices in the person's language, with the names of what they are about. */
@Component
final class NoticeText {

  private final HistoryService history;
  private final RecordKinds kinds;
  private final MemberNames members;

  NoticeText(HistoryService history, RecordKinds kinds, MemberNames members) {
    this.history = history;
    this.kinds = kinds;
    this.members = members;
  }

  Map<UUID, String> members() {
    return members.all();
  }

  /** What happened, by whom. */
  static String what(Notice notice, Map<UUID, String> names) {
    UUID by = notice.by();
    String who = by == null ? t("notice.somebody") : names.getOrDefault(by, t("notice.somebody"));
    return switch (notice.kind()) {
      case ASSIGNED -> t("notice.assigned", who);
      case MENTIONED -> t("notice.mentioned", who);
      case INVITED -> t("notice.invited", who);
      case REMINDED -> t("notice.reminded");
    };
  }

  /** What the record is called, with its kind. */
  String record(RecordRef record) {
    String name = history.name(record);
    return kinds
        .find(record.kind())
        .map(kind -> name.isEmpty() ? t(kind.labelKey()) : name)
        .orElse(name);
  }

  Optional<String> path(RecordRef record) {
    return kinds.find(record.kind()).flatMap(kind -> kind.path(record.id()));
  }

  static String of(NoticeKind kind) {
    return switch (kind) {
      case ASSIGNED -> t("notice.choice.assigned");
      case MENTIONED -> t("notice.choice.mentioned");
      case INVITED -> t("notice.choice.invited");
      case REMINDED -> t("notice.choice.reminded");
    };
  }

  static String of(MailPace pace) {
    return switch (pace) {
      case NEVER -> t("notice.mail.never");
      case HOURLY -> t("notice.mail.hourly");
      case DAILY -> t("notice.mail.daily");
    };
  }
}
