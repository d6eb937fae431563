package eu.rempart.edge.ui;

import static eu.rempart.shell.text.Texts.t;

import eu.rempart.edge.ban.Ban;
import eu.rempart.edge.place.Place;
import eu.rempart.edge.rule.Limit;
import eu.rempart.edge.rule.PlaceGroup;
import eu.rempart.edge.rule.RuleTarget;
import eu.rempart.edge.rule.Treatment;
import eu.rempart.edge.traffic.Measure;
import eu.rempart.shell.text.Texts;
import java.time.Duration;

/** Words for what the edge counts and does. */
public final class TrafficText {

  private TrafficText() {}

  public static String of(Place place) {
    return place.name(Texts.locale()).orElseGet(() -> t("edge.place.unknown"));
  }

  public static String of(RuleTarget target) {
    return switch (target) {
      case RuleTarget.OfPlace(var place) -> of(place);
      case RuleTarget.OfGroup(var group) -> of(group);
    };
  }

  public static String of(PlaceGroup group) {
    return switch (group) {
      case HOME -> t("edge.group.home");
      case EUROPE -> t("edge.group.europe");
      case OTHERS -> t("edge.group.others");
    };
  }

  public static String of(Treatment treatment) {
    return switch (treatment) {
      case NORMAL -> t("edge.treatment.normal");
      case SLOWED -> t("edge.treatment.slowed");
      case SECOND_FACTOR -> t("edge.treatment.second-factor");
      case REFUSED -> t("edge.treatment.refused");
    };
  }

  public static String of(Limit limit) {
    return limit.isOfDetection()
        ? t("edge.detection." + limit.key().substring("detect.".length()))
        : t("edge.limit." + limit.key());
  }

  /** Why something was refused. */
  public static String of(Measure refusal) {
    return t("edge.measure." + refusal.key());
  }

  /** What a ban is for, with its numbers. */
  public static String why(Ban ban) {
    return t(ban.causeKey(), ban.causeArguments());
  }

  /** A length of time in its largest unit that is not smaller than 1: 45 min, 3 h, 2 days. */
  public static String of(Duration length) {
    if (length.toMinutes() < 60) {
      return t("edge.length.minutes", Math.max(1, length.toMinutes()));
    }
    return length.toHours() < 48
        ? t("edge.length.hours", length.toHours())
        : t("edge.length.days", length.toDays());
  }
}
