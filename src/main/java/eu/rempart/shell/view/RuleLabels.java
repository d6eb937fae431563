package eu.rempart.shell.view;

import static eu.rempart.shell.text.Texts.t;

import eu.rempart.search.rule.Operator;
import eu.rempart.search.rule.Rule;
import eu.rempart.shell.list.ListAddress;
import eu.rempart.shell.text.Formats;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Says conditions in words, such as "City begins with Lil and Type is Customer". */
public final class RuleLabels {

  private RuleLabels() {}

  /**
   * The conditions in the reader's language; empty where everything is let through.
   *
   * @param fields what conditions can be about: one on another field is shown as "…"
   */
  public static String of(Rule rule, List<ListField> fields) {
    return switch (rule) {
      case Rule.All(List<Rule> rules) -> joined(rules, fields, " " + t("shell.rule.and") + " ");
      case Rule.Any(List<Rule> rules) -> joined(rules, fields, " " + t("shell.rule.or") + " ");
      case Rule.Test test ->
          fields.stream()
              .filter(field -> field.name().equals(test.field()))
              .findFirst()
              .map(field -> of(test, field))
              .orElse("…");
    };
  }

  private static String joined(List<Rule> rules, List<ListField> fields, String word) {
    List<Rule> said = rules.stream().filter(rule -> !rule.isEmpty()).toList();
    return said.stream()
        .map(
            rule ->
                said.size() > 1 && !(rule instanceof Rule.Test) && rule.tests() > 1
                    ? "(" + of(rule, fields) + ")"
                    : of(rule, fields))
        .collect(Collectors.joining(word));
  }

  private static String of(Rule.Test test, ListField field) {
    String compared = field.label() + " " + t("shell.rule." + test.operator().name());
    return test.values().isEmpty()
        ? compared
        : compared
            + " "
            + test.values().stream()
                .map(value -> value(test.operator(), field, value))
                .collect(Collectors.joining(", "));
  }

  private static String value(Operator operator, ListField field, String value) {
    if (operator == Operator.LAST_DAYS || operator == Operator.NEXT_DAYS) {
      return value + " " + t("shell.rule.days");
    }
    Map<String, String> choices = field.choices();
    if (!choices.isEmpty()) {
      return choices.getOrDefault(value, "…");
    }
    if (field.kind() == ListField.Kind.DAY) {
      return ListAddress.date(value).map(Formats::date).orElse(value);
    }
    return field.kind().numeric() && value.matches("-?[0-9]{1,18}")
        ? Formats.number(BigDecimal.valueOf(Long.parseLong(value), field.kind().digits()))
        : value;
  }
}
