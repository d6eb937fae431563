package eu.rempart.watch.status;

import eu.rempart.watch.WatchText;
import eu.rempart.watch.result.CheckStatus;
import eu.rempart.watch.result.Figures;
import eu.rempart.watch.result.StatusReport;
import java.time.ZoneOffset;
import java.util.Locale;

/** A small picture for other people's pages: how it is, and the share of checks that were well. */
final class StatusBadge {

  private static final int LEFT = 90;
  private static final int RIGHT = 130;

  private StatusBadge() {}

  static String write(StatusReport report, Locale language) {
    WatchText words = new WatchText(language, ZoneOffset.UTC);
    Figures all =
        report.checks().stream().map(CheckStatus::all).reduce(Figures.NONE, Figures::plus);
    StatusPage.Overall overall = StatusPage.worst(report);
    String state =
        switch (overall) {
          case WELL -> words.text("watch.badge.well");
          case TROUBLE -> words.text("watch.badge.trouble");
          case DOWN -> words.text("watch.badge.down");
          case UNKNOWN, NOTHING -> words.text("watch.badge.nothing");
        };
    String told = all.checks() == 0 ? state : state + " · " + words.percent(all.uptime());
    String label = words.text("watch.badge.label");
    String width = Integer.toString(LEFT + RIGHT);
    Html svg = new Html();
    svg.open(
        "svg",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "width",
        width,
        "height",
        "20",
        "role",
        "img",
        "aria-label",
        label + ": " + told);
    svg.leaf("rect", "width", width, "height", "20", "rx", "3", "fill", "#2f3b3f");
    svg.leaf(
        "rect",
        "x",
        Integer.toString(LEFT),
        "width",
        Integer.toString(RIGHT),
        "height",
        "20",
        "rx",
        "3",
        "fill",
        colour(overall));
    svg.open(
        "g",
        "fill",
        "#ffffff",
        "text-anchor",
        "middle",
        "font-family",
        "Verdana,DejaVu Sans,sans-serif",
        "font-size",
        "11");
    svg.element("text", label, "x", Integer.toString(LEFT / 2), "y", "14");
    svg.element("text", told, "x", Integer.toString(LEFT + RIGHT / 2), "y", "14");
    return svg.close().close().toString();
  }

  /** Dark enough for white letters on each of them. */
  private static String colour(StatusPage.Overall overall) {
    return switch (overall) {
      case WELL -> "#1f6f43";
      case TROUBLE -> "#8a5a00";
      case DOWN -> "#a32020";
      case UNKNOWN, NOTHING -> "#5b6468";
    };
  }
}
