package eu.rempart.shell.view;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import eu.rempart.common.number.Decimals;
import eu.rempart.search.rule.Operator;
import eu.rempart.search.rule.Rule;
import eu.rempart.search.rule.RuleFilter;
import eu.rempart.shell.field.ChoicesField;
import eu.rempart.shell.field.DateField;
import eu.rempart.shell.field.number.DecimalField;
import eu.rempart.shell.text.Formats;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One condition: a field, how it is compared, and with what. */
final class RuleLine extends Div {

  private static final long serialVersionUID = 1L;

  /** So many every number of the index may have. */
  private static final int INDEX_DIGITS = 18;

  private final transient List<ListField> fields;
  private final Select<ListField> field = new Select<>();
  private final Select<Operator> operator = new Select<>();
  private final ChoicesField<String> choices = new ChoicesField<>();
  private final TextField text = new TextField();
  private final DecimalField number = DecimalField.number(0);
  private final DateField day = new DateField();

  RuleLine(List<ListField> fields) {
    this.fields = fields;
    addClassName("rule-line");
    field.setAriaLabel(t("shell.rule.field"));
    field.setPlaceholder(t("shell.rule.field"));
    field.setItems(fields);
    field.setItemLabelGenerator(each -> each == null ? "" : each.label());
    operator.setAriaLabel(t("shell.rule.operator"));
    operator.setItemLabelGenerator(each -> each == null ? "" : t("shell.rule." + each.name()));
    choices.setAriaLabel(t("shell.rule.value"));
    choices.setItemLabelGenerator(this::label);
    text.setAriaLabel(t("shell.rule.value"));
    number.setAriaLabel(t("shell.rule.value"));
    day.setAriaLabel(t("shell.rule.value"));
    field.addValueChangeListener(change -> choose(change.getValue()));
    operator.addValueChangeListener(_ -> arrange());
    add(field, operator, choices, text, number, day);
    arrange();
  }

  private void choose(@Nullable ListField chosen) {
    operator.setItems(chosen == null ? List.of() : chosen.kind().operators());
    if (chosen != null) {
      operator.setValue(chosen.kind().operators().getFirst());
      choices.setItems(chosen.choices().keySet());
    }
    arrange();
  }

  private String label(String value) {
    ListField chosen = field.getValue();
    return chosen == null ? value : chosen.choices().getOrDefault(value, unknown(value));
  }

  /** An id, such as of a tag that is no more, says nothing to people. */
  private static String unknown(String value) {
    try {
      UUID.fromString(value);
      return "…";
    } catch (IllegalArgumentException _) {
      return value;
    }
  }

  private void arrange() {
    ListField chosen = field.getValue();
    Operator how = operator.getValue();
    boolean valued = chosen != null && how != null && how.needsValue();
    boolean days = how == Operator.LAST_DAYS || how == Operator.NEXT_DAYS;
    operator.setVisible(chosen != null);
    choices.setVisible(valued && chosen.kind() == ListField.Kind.CHOICE);
    text.setVisible(
        valued && (chosen.kind() == ListField.Kind.TEXT || chosen.kind() == ListField.Kind.EXACT));
    day.setVisible(valued && chosen.kind() == ListField.Kind.DAY && !days);
    number.setVisible(valued && (days || chosen.kind().numeric()));
    if (number.isVisible()) {
      number.decimals(days ? 0 : chosen.kind().digits());
    }
    number.setSuffixComponent(
        days ? new com.vaadin.flow.component.html.Span(t("shell.rule.days")) : null);
  }

  /** Shows a condition; one on a field that there is no longer is left empty. */
  void show(Rule.Test test) {
    fields.stream()
        .filter(each -> each.name().equals(test.field()))
        .findFirst()
        .ifPresent(known -> show(known, test));
  }

  private void show(ListField known, Rule.Test test) {
    field.setValue(known);
    if (known.kind().operators().contains(test.operator())) {
      operator.setValue(test.operator());
    }
    String first = test.values().isEmpty() ? "" : test.values().getFirst();
    if (choices.isVisible()) {
      // what is no choice (any more) stays in the condition: without it, all would be let through
      Set<String> offered = new LinkedHashSet<>(known.choices().keySet());
      offered.addAll(test.values());
      choices.setItems(offered);
      choices.setValue(Set.copyOf(test.values()));
    } else if (text.isVisible()) {
      text.setValue(first);
    } else if (day.isVisible()) {
      day.setValue(date(first));
    } else if (number.isVisible()) {
      number.setValue(decimal(known, first));
    }
  }

  /** What is filled in; empty as long as something is missing. */
  Optional<Rule.Test> test() {
    ListField chosen = field.getValue();
    Operator how = operator.getValue();
    if (chosen == null || how == null) {
      return Optional.empty();
    }
    List<String> values = values(chosen);
    return how.needsValue() && values.isEmpty()
        ? Optional.empty()
        : Optional.of(new Rule.Test(chosen.name(), how, how.needsValue() ? values : List.of()));
  }

  private List<String> values(ListField chosen) {
    if (choices.isVisible()) {
      Set<String> some = choices.getValue();
      return some.stream().sorted().toList();
    }
    if (text.isVisible()) {
      return text.getValue().isBlank() ? List.of() : List.of(text.getValue().strip());
    }
    if (day.isVisible()) {
      return day.getValue() == null ? List.of() : List.of(day.getValue().toString());
    }
    return number.isVisible() && number.getValue() != null
        ? List.of(whole(chosen, number.getValue()))
        : List.of();
  }

  /** Whether it can be compared with what is filled in; else the field says why not. */
  boolean check() {
    ListField chosen = field.getValue();
    LocalDate said = day.getValue();
    if (day.isVisible() && said != null && !RuleFilter.isDay(said)) {
      day.setErrorMessage(t("shell.rule.day.range"));
      day.setInvalid(true);
      return false;
    }
    if (!number.check()) {
      return false;
    }
    BigDecimal value = number.getValue();
    String wrong =
        chosen == null || value == null || !number.isVisible() ? null : problem(chosen, value);
    if (wrong != null) {
      number.setErrorMessage(wrong);
      number.setInvalid(true);
    }
    return wrong == null;
  }

  private @Nullable String problem(ListField chosen, BigDecimal value) {
    Operator how = operator.getValue();
    if (how == Operator.LAST_DAYS || how == Operator.NEXT_DAYS) {
      return value.signum() < 0 || value.compareTo(BigDecimal.valueOf(RuleFilter.MOST_DAYS)) > 0
          ? t("shell.rule.days.range", Formats.number(RuleFilter.MOST_DAYS))
          : null;
    }
    BigDecimal beyond = BigDecimal.TEN.pow(INDEX_DIGITS - chosen.kind().digits());
    return value.abs().compareTo(beyond) >= 0
        ? t("shell.rule.number.range", Formats.number(beyond.longValueExact() - 1))
        : null;
  }

  /** The index has whole numbers: of money hundredths, say. */
  private static String whole(ListField field, BigDecimal value) {
    return Decimals.text(Decimals.rounded(value.movePointRight(field.kind().digits()), 0));
  }

  private static @Nullable BigDecimal decimal(ListField field, String text) {
    return text.matches("-?[0-9]{1," + INDEX_DIGITS + "}")
        ? Decimals.plain(BigDecimal.valueOf(Long.parseLong(text), field.kind().digits()))
        : null;
  }

  private static @Nullable LocalDate date(String text) {
    try {
      LocalDate day = LocalDate.parse(text);
      return RuleFilter.isDay(day) ? day : null;
    } catch (DateTimeParseException _) {
      return null;
    }
  }
}
