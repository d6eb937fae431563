package eu.rempart.demo;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A part of the demo firm that moves in, in this order. */
public enum DemoPhase {
  FIELDS(0),
  COMPANIES(1),
  CONTACTS(6),
  LINKS(14),
  CHANGES(18),
  DEALS(28),
  ACTIVITIES(42),
  QUOTES(56),
  NOTES(66),
  DOCUMENTS(70);

  private final int percent;

  DemoPhase(int percent) {
    this.percent = percent;
  }

  /** How much of the whole has been done when this one begins, roughly; 0 to 99. */
  public int percent() {
    return percent;
  }

  /** This one, and what comes after it. */
  public List<DemoPhase> left() {
    return Arrays.stream(values()).filter(each -> each.compareTo(this) >= 0).toList();
  }

  /** What came before it. */
  public List<DemoPhase> done() {
    return Arrays.stream(values()).filter(each -> each.compareTo(this) < 0).toList();
  }

  /** As keys of texts name it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
