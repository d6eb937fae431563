package eu.rempart.edge.ui;

import static eu.rempart.shell.text.Texts.t;

import eu.rempart.edge.admin.RuleChange;
import eu.rempart.edge.place.Place;
import eu.rempart.edge.rule.Answer;
import eu.rempart.edge.rule.Limit;
import eu.rempart.edge.rule.RuleTarget;
import eu.rempart.edge.rule.Treatment;
import eu.rempart.shell.text.Formats;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Words for what the ledger says of changes. What it says in a way that nobody knows any more is
 * shown as it is: a row of the ledger is never left out.
 */
final class LedgerText {

  /** As the ledger writes a rule: {@code SLOWED 4 until 2026-12-24T00:00:00Z}. */
  private static final Pattern RULE = Pattern.compile("([A-Z_]+) (\\d{1,6}) until (\\S+)");

  private static final String NONE = "none";
  private static final String NO_END = "changed";

  private LedgerText() {}

  /** What was changed: the country, limit or network. */
  static String subject(RuleChange change) {
    return switch (change.kind()) {
      case "edge.rule.saved", "edge.rule.removed" -> target(detail(change, "target"));
      case "edge.limit.set", "edge.answer.set" -> limit(detail(change, "limit"));
      case "edge.home.set" -> t("edge.home.label");
      default -> detail(change, "network");
    };
  }

  /** What was done with it, in a word or two. */
  static String kind(RuleChange change) {
    return switch (change.kind()) {
      case "edge.rule.saved" ->
          detail(change, "before").equals(NONE)
              ? t("edge.changes.rule.new")
              : t("edge.changes.rule.saved");
      case "edge.rule.removed" -> t("edge.changes.rule.removed");
      case "edge.network.allowed" -> t("edge.changes.network.allowed");
      case "edge.network.disallowed" -> t("edge.changes.network.disallowed");
      case "edge.limit.set" -> t("edge.changes.limit.set");
      case "edge.answer.set" -> t("edge.changes.answer.set");
      case "edge.home.set" -> t("edge.changes.home.set");
      case "edge.ban.imposed" -> t("edge.changes.ban.imposed");
      case "edge.ban.lifted" -> t("edge.changes.ban.lifted");
      case "edge.ban.changed" -> t("edge.changes.ban.changed");
      default -> change.kind();
    };
  }

  /** What was before, and what is after. */
  static String beforeAndAfter(RuleChange change) {
    return switch (change.kind()) {
      case "edge.rule.saved" ->
          arrow(rule(detail(change, "before")), rule(detail(change, "after")));
      case "edge.rule.removed" ->
          arrow(rule(detail(change, "before")), t("edge.changes.rule.none"));
      case "edge.limit.set" ->
          arrow(number(detail(change, "before")), number(detail(change, "after")));
      case "edge.answer.set" ->
          arrow(answer(detail(change, "before")), answer(detail(change, "after")));
      case "edge.home.set" ->
          arrow(places(detail(change, "before")), places(detail(change, "after")));
      case "edge.network.allowed" ->
          arrow(
              t("edge.changes.like.others"),
              t("edge.changes.always") + ", " + until(detail(change, "until")));
      case "edge.network.disallowed" ->
          arrow(
              t("edge.changes.always") + ", " + until(detail(change, "until")),
              t("edge.changes.like.others"));
      case "edge.ban.imposed" ->
          arrow(
              t("edge.changes.like.others"),
              t("edge.changes.banned.for", length(detail(change, "length"))));
      case "edge.ban.lifted" -> arrow(banned(change), t("edge.changes.like.others"));
      case "edge.ban.changed" ->
          arrow(banned(change), t("edge.changes.banned.for", length(detail(change, "left"))));
      default ->
          change.detail().entrySet().stream()
              .map(each -> each.getKey() + " " + each.getValue())
              .sorted()
              .collect(Collectors.joining(", "));
    };
  }

  private static String arrow(String before, String after) {
    return t("edge.changes.arrow", before, after);
  }

  private static String banned(RuleChange change) {
    return t("edge.ban.banned") + ", " + until(detail(change, "until"));
  }

  private static String detail(RuleChange change, String name) {
    return change.detail().getOrDefault(name, "");
  }

  private static String target(String key) {
    try {
      return TrafficText.of(RuleTarget.of(key));
    } catch (IllegalArgumentException otherWords) {
      return key;
    }
  }

  private static String limit(String key) {
    return Arrays.stream(Limit.values())
        .filter(limit -> limit.key().equals(key))
        .findFirst()
        .map(TrafficText::of)
        .orElse(key);
  }

  private static String answer(String key) {
    return Arrays.stream(Answer.values())
        .filter(answer -> answer.key().equals(key))
        .findFirst()
        .map(answer -> t("edge.answer." + answer.key()))
        .orElse(key);
  }

  private static String rule(String words) {
    if (words.equals(NONE)) {
      return t("edge.changes.rule.none");
    }
    Matcher rule = RULE.matcher(words);
    return rule.matches()
        ? treatment(rule.group(1), rule.group(2)) + ", " + until(rule.group(3))
        : words;
  }

  private static String treatment(String name, String factor) {
    return Arrays.stream(Treatment.values())
        .filter(each -> each.name().equals(name))
        .findFirst()
        .map(
            each ->
                each == Treatment.SLOWED
                    ? t("edge.treatment.slowed.by", Integer.valueOf(factor))
                    : TrafficText.of(each))
        .orElse(name);
  }

  private static String until(String moment) {
    if (moment.equals(NO_END)) {
      return t("edge.until.none");
    }
    try {
      return t("edge.until.is", Formats.dateTime(Instant.parse(moment)));
    } catch (DateTimeException otherWords) {
      return moment;
    }
  }

  private static String length(String iso) {
    try {
      return TrafficText.of(Duration.parse(iso));
    } catch (DateTimeException otherWords) {
      return iso;
    }
  }

  private static String number(String digits) {
    return digits.matches("\\d{1,18}") ? Formats.number(Long.parseLong(digits)) : digits;
  }

  private static String places(String codes) {
    return codes.isEmpty()
        ? t("edge.changes.none")
        : Arrays.stream(codes.split(" ", -1))
            .map(code -> code.matches("[A-Z]{2}") ? TrafficText.of(new Place(code)) : code)
            .sorted()
            .collect(Collectors.joining(", "));
  }
}
