package eu.rempart.alert.ui;

import static eu.rempart.shell.text.Texts.t;

import eu.rempart.alert.channel.ChannelException.Reason;
import eu.rempart.alert.channel.ChannelKind;
import eu.rempart.alert.duty.DutyFault;
import eu.rempart.alert.incident.AlertText;
import eu.rempart.alert.incident.IncidentState;
import eu.rempart.alert.incident.Step;
import eu.rempart.alert.incident.StepKind;
import eu.rempart.alert.queue.Proof;
import eu.rempart.alert.queue.Reach;
import eu.rempart.shell.text.Formats;
import eu.rempart.shell.text.Texts;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Words of the screens, in the language and the time zone of whoever looks. */
final class Words {

  private Words() {}

  static AlertText current() {
    return new AlertText(Texts.locale());
  }

  static String of(IncidentState state) {
    return t("alert.state." + state.key());
  }

  static String of(ChannelKind kind) {
    return t("alert.channel." + kind.key());
  }

  static String of(Reason reason, @Nullable Integer number) {
    String words = t("alert.reason." + reason.key());
    return number == null ? words : t("alert.reason.number", words, Integer.toString(number));
  }

  static String of(Set<DutyFault> faults) {
    return faults.stream()
        .sorted()
        .map(fault -> t("alert.fault." + fault.key()))
        .collect(Collectors.joining(", "));
  }

  /** What somebody is called; those whose name cannot be read are what they are. */
  static String name(Map<UUID, String> names, @Nullable UUID who) {
    return who == null ? t("alert.nobody") : names.getOrDefault(who, t("alert.somebody"));
  }

  /** A line of a story. */
  static String of(Step step, Map<UUID, String> names) {
    ChannelKind channel = step.channel();
    Reason reason = step.reason();
    String by = name(names, step.by());
    String to = name(names, step.told());
    String way = channel == null ? t("alert.channel.screen") : of(channel);
    return switch (step.kind()) {
      case OPENED, REOPENED, GREW, GROUPED, REMINDED, LAST_RESORT, SILENCED ->
          t("alert.step." + step.kind().key());
      case ESCALATED -> t("alert.step.escalated." + step.number());
      case TOLD -> t("alert.step.told", to);
      case SENT -> t("alert.step.sent", to, way);
      case FAILED ->
          t("alert.step.failed", to, way, reason == null ? "" : of(reason, step.number()));
      case GIVEN_UP -> t("alert.step.given-up", to);
      case NOBODY ->
          step.told() == null ? t("alert.step.nobody") : t("alert.step.nobody.person", to);
      case ACKNOWLEDGED -> t("alert.step.acknowledged", by, way);
      case NOTE -> t("alert.step.note", by, step.note() == null ? "" : step.note());
      case RESOLVED ->
          step.by() == null ? t("alert.step.resolved") : t("alert.step.resolved.by", by);
    };
  }

  static boolean isTrouble(Step step) {
    return step.kind() == StepKind.FAILED
        || step.kind() == StepKind.GIVEN_UP
        || step.kind() == StepKind.NOBODY;
  }

  /** What is known of whether a colleague is reached that way. */
  static String of(Reach way) {
    Proof proof = way.proof();
    boolean tried = proof.sentAt() != null || proof.failedAt() != null;
    String known;
    if (!way.set()) {
      known = t("alert.duty.reach.no-peer");
    } else if (proof.proven() && !tried) {
      known = t("alert.duty.reach.untried");
    } else {
      known = of(proof);
    }
    return t("alert.channels.line", of(way.kind()), known);
  }

  /** What is known of whether an address works. */
  static String of(Proof proof) {
    Instant sent = proof.sentAt();
    Instant failed = proof.failedAt();
    Reason failure = proof.failure();
    if (failed != null && failure != null && !proof.works()) {
      return t("alert.proof.failed", Formats.dateTime(failed), of(failure, proof.number()));
    }
    if (!proof.proven()) {
      return t("alert.proof.code");
    }
    if (sent == null) {
      return t("alert.proof.none");
    }
    Instant tested = proof.testedAt();
    return tested == null
        ? t("alert.proof.sent", Formats.dateTime(sent))
        : t("alert.proof.tested", Formats.dateTime(sent), Formats.dateTime(tested));
  }
}
