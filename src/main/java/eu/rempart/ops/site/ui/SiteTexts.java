package eu.rempart.ops.site.ui;

import static eu.rempart.shell.text.Texts.t;

import eu.rempart.ops.site.SiteMove;
import eu.rempart.ops.site.SiteState.Obstacle;
import eu.rempart.ops.site.SiteState.Site;
import eu.rempart.ops.site.SiteState.Site.Role;
import eu.rempart.shell.text.Formats;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Words for sites. */
final class SiteTexts {

  private static final int STEP = 1000;

  /** What Patroni says of PostgreSQL most of the time; anything else is shown as it stands. */
  private static final Set<String> STATES =
      Set.of("running", "streaming", "starting", "stopping", "stopped", "creating replica");

  private SiteTexts() {}

  static String role(Role role) {
    return t("sites.role." + role.name().toLowerCase(Locale.ROOT));
  }

  static String country(String code) {
    return Locale.of("", code).getDisplayCountry(Formats.locale());
  }

  static String state(Site site) {
    if (site.state().isEmpty()) {
      return t("sites.unknown");
    }
    return STATES.contains(site.state())
        ? t("sites.state." + site.state().replace(' ', '-'))
        : site.state();
  }

  /** How far a copy is behind. */
  static String lag(Site site) {
    Long bytes = site.lagBytes();
    if (bytes == null) {
      return t("sites.unknown");
    }
    Duration time = site.lag();
    return time == null ? size(bytes) : t("sites.lag.both", size(bytes), time.toMillis());
  }

  private static String size(long bytes) {
    List<String> units = Formats.sizeUnits();
    int unit = 0;
    BigDecimal size = BigDecimal.valueOf(bytes);
    while (size.compareTo(BigDecimal.valueOf(STEP)) >= 0 && unit < units.size() - 1) {
      size = size.divide(BigDecimal.valueOf(STEP), 1, RoundingMode.HALF_UP);
      unit++;
    }
    return Formats.number(size) + " " + units.get(unit);
  }

  static String obstacle(Obstacle obstacle, String other) {
    return t("sites.obstacle." + obstacle.name().toLowerCase(Locale.ROOT).replace('_', '-'), other);
  }

  /** From where to where. */
  static String way(SiteMove move) {
    String from = move.from();
    if (from == null) {
      return t("sites.move.first", move.to());
    }
    return from.equals(move.to())
        ? t("sites.move.again", move.to())
        : t("sites.move.way", from, move.to());
  }

  /** For how long nothing could be saved. */
  static String gap(SiteMove move) {
    Duration gap = move.gap();
    if (gap == null) {
      return move.from() == null ? "" : t("sites.move.unmeasured");
    }
    return t(
        "sites.move.gap",
        Formats.number(BigDecimal.valueOf(gap.toMillis(), 3).setScale(1, RoundingMode.HALF_UP)));
  }
}
