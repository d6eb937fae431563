package eu.rempart.watch.ui;

import static eu.rempart.shell.text.Texts.t;

import eu.rempart.shell.text.Formats;
import eu.rempart.shell.text.Texts;
import eu.rempart.watch.WatchText;
import eu.rempart.watch.check.Check;
import eu.rempart.watch.check.CheckKind;
import eu.rempart.watch.check.Level;
import eu.rempart.watch.check.Target;
import eu.rempart.watch.check.Zone;
import eu.rempart.watch.result.StatusReport;
import java.util.Map;

/** Words of the screen, in the language and the time zone of whoever looks. */
final class Words {

  private Words() {}

  static WatchText current() {
    return new WatchText(Texts.locale(), Formats.zone());
  }

  /** The same, with the names of the places that a report is about. */
  static WatchText of(StatusReport report) {
    return current(report.places());
  }

  static WatchText current(Map<Zone, String> places) {
    return new WatchText(Texts.locale(), Formats.zone(), places);
  }

  static String of(CheckKind kind) {
    return switch (kind) {
      case SERVER -> t("watch.kind.server");
      case HTTPS -> t("watch.kind.https");
      case PAGE -> t("watch.kind.page");
      case LEVEL -> t("watch.kind.level");
    };
  }

  static String of(Level level) {
    return t("watch.level." + level.key());
  }

  /** What the limit of a kind is measured in. */
  static String unit(CheckKind kind) {
    return switch (kind) {
      case SERVER, PAGE -> t("watch.unit.millis");
      case HTTPS -> t("watch.unit.days");
      case LEVEL -> t("watch.unit.level");
    };
  }

  static String target(Check check) {
    return switch (check.target()) {
      case Target.Remote remote ->
          check.kind() == CheckKind.PAGE
              ? remote.hostAndPort() + remote.path()
              : remote.hostAndPort();
      case Target.Own(var level) -> of(level);
    };
  }
}
