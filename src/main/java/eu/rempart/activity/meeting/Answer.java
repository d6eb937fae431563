package eu.rempart.activity.meeting;

import java.util.Locale;
import java.util.Optional;

/** What somebody said to a meeting: PARTSTAT of RFC 5545, section 3.2.12. */
public enum Answer {
  NEEDS_ACTION,
  ACCEPTED,
  TENTATIVE,
  DECLINED;

  /** As calendars write it. */
  String partstat() {
    return name().replace('_', '-');
  }

  /** Reads what calendars write; empty for what is no answer to a meeting. */
  static Optional<Answer> of(String partstat) {
    return switch (partstat.strip().toUpperCase(Locale.ROOT)) {
      case "ACCEPTED" -> Optional.of(ACCEPTED);
      case "DECLINED" -> Optional.of(DECLINED);
      case "TENTATIVE" -> Optional.of(TENTATIVE);
      default -> Optional.empty();
    };
  }
}
