package eu.rempart.ops.site.ui;

import static eu.rempart.shell.text.Texts.t;

import eu.rempart.ops.site.SiteMove;
import eu.rempart.ops.site.SiteState;
import eu.rempart.ops.site.SiteState.Obstacle;
import eu.rempart.ops.site.SiteState.Site;
import eu.rempart.ops.site.SiteState.Site.Holding;
import eu.rempart.ops.site.SiteState.Site.Role;
import eu.rempart.shell.text.Formats;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** Words for sites. */
final class SiteTexts {

  /** What Patroni says of PostgreSQL most of the time; anything else is shown as it stands. */
  private static final Set<String> STATES =
      Set.of("running", "streaming", "starting", "stopping", "stopped", "creating replica");

  private SiteTexts() {}

  static String role(Role role) {
    return t("sites.role." + key(role));
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
    return time == null
        ? Formats.size(bytes)
        : t("sites.lag.both", Formats.size(bytes), time.toMillis());
  }

  static String obstacle(Obstacle obstacle, String other) {
    return t("sites.obstacle." + key(obstacle), other);
  }

  /** From where to where, and why. */
  static String way(SiteMove move) {
    return switch (move.cause()) {
      case FIRST -> t("sites.move.first", move.to());
      case SWITCH -> t("sites.move.switch", from(move), move.to());
      case FAILOVER -> t("sites.move.failover", from(move), move.to());
      case ACCEPTED_LOSS -> t("sites.move.accepted-loss", move.to());
      case RESTART -> t("sites.move.restart", move.to());
    };
  }

  private static String from(SiteMove move) {
    return Objects.requireNonNullElse(move.from(), "");
  }

  /** That one copy is left, since when, and by which move. */
  static String unsafe(SiteState state) {
    Instant since = state.since();
    if (since == null) {
      return t("sites.unsafe");
    }
    String at = Formats.dateTime(since);
    SiteMove move = state.lostBy().orElse(null);
    return move == null
        ? t("sites.unsafe.since", at)
        : t("sites.unsafe." + key(move.cause()), at, move.to());
  }

  /** What a site has, while nobody leads; empty where there is nothing to say. */
  static String holding(Site site) {
    Holding holding = site.holding();
    return holding == null ? "" : t("sites.holds." + key(holding));
  }

  static String key(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
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
