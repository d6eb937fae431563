package eu.rempart.watch.status;

import eu.rempart.watch.WatchText;
import eu.rempart.watch.result.CheckStatus;
import eu.rempart.watch.result.Figures;
import eu.rempart.watch.result.StatusReport;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;

/**
 * A bar for each day: its height and its pattern tell how good the day was, so that nobody has to
 * tell colours apart. Drawn without a script and without an inline style.
 */
final class StatusBars {

  private static final int WIDTH = 7;
  private static final int STEP = 10;
  private static final int HEIGHT = 40;
  private static final BigDecimal WHOLE = new BigDecimal("100.000");
  private static final BigDecimal POOR = new BigDecimal("99");

  private StatusBars() {}

  static void write(Html html, WatchText words, CheckStatus status, LocalDate first) {
    int width = StatusReport.DAYS * STEP;
    html.open(
        "svg",
        "class",
        "status-bars",
        "role",
        "img",
        "viewBox",
        "0 0 %d %d".formatted(width, HEIGHT),
        "preserveAspectRatio",
        "none",
        "aria-label",
        words.text("watch.status.bars", StatusReport.DAYS, worstDay(words, status)));
    for (int i = 0; i < StatusReport.DAYS; i++) {
      LocalDate day = first.plusDays(i);
      Figures figures = status.days().getOrDefault(day, Figures.NONE);
      int height = height(figures);
      html.open(
          "rect",
          "class",
          "status-bar-" + grade(figures),
          "x",
          Integer.toString(i * STEP),
          "y",
          Integer.toString(HEIGHT - height),
          "width",
          Integer.toString(WIDTH),
          "height",
          Integer.toString(height));
      html.element("title", title(words, status, day, figures));
      html.close();
    }
    html.close();
    html.open("p", "class", "status-ends status-soft");
    html.element("span", words.of(first));
    html.element("span", words.of(first.plusDays(StatusReport.DAYS - 1L)));
    html.close();
  }

  private static String title(WatchText words, CheckStatus status, LocalDate day, Figures figures) {
    String share = words.text("watch.status.bar", words.of(day), words.percent(figures.uptime()));
    Duration unmeasured = status.unmeasured().get(day);
    return unmeasured == null
        ? share
        : words.text("watch.status.bar.unmeasured", share, words.of(unmeasured));
  }

  private static String worstDay(WatchText words, CheckStatus status) {
    return words.percent(
        status.days().values().stream()
            .flatMap(figures -> figures.uptime().stream())
            .min(BigDecimal::compareTo));
  }

  private static String grade(Figures figures) {
    return figures
        .uptime()
        .map(
            share ->
                share.compareTo(WHOLE) == 0 ? "well" : share.compareTo(POOR) < 0 ? "bad" : "fair")
        .orElse("none");
  }

  /** Whole days stand high; a day that was not watched is a stump. */
  private static int height(Figures figures) {
    return switch (grade(figures)) {
      case "well" -> HEIGHT;
      case "fair" -> HEIGHT * 3 / 4;
      case "bad" -> HEIGHT / 2;
      default -> HEIGHT / 8;
    };
  }
}
