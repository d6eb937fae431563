package eu.rempart.activity.ui.field;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.HasValueAndElement;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.data.binder.HasValidator;
import com.vaadin.flow.data.binder.ValidationResult;
import com.vaadin.flow.data.binder.Validator;
import eu.rempart.activity.ui.field.RecurrenceChoice.Kind;
import eu.rempart.activity.value.Nth;
import eu.rempart.activity.value.When;
import eu.rempart.shell.field.number.WholeNumberField;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How often an activity comes again, on which days, and until when; the value is a rule of RFC
 * 5545. One that came from elsewhere, and that the form does not offer, stays as it is written.
 */
public final class RecurrenceField extends CustomField<@Nullable String>
    implements HasValidator<@Nullable String> {

  private static final long serialVersionUID = 1L;

  private final Select<Kind> kind = new Select<>();
  private final WholeNumberField every = new WholeNumberField();
  private final CheckboxGroup<DayOfWeek> days = new CheckboxGroup<>();
  private final Select<Nth> nth = new Select<>();
  private final RecurrenceEnd end = new RecurrenceEnd();
  private transient @Nullable RecurrenceChoice shown;
  private transient @Nullable LocalDate first;
  private transient @Nullable When begins;
  private boolean showing;

  public RecurrenceField() {
    kind.setLabel(t("activity.form.recurrence"));
    kind.setEmptySelectionAllowed(true);
    kind.setEmptySelectionCaption(t("activity.recurrence.never"));
    kind.setItemLabelGenerator(one -> one == null ? t("activity.recurrence.never") : label(one));
    offer(false);
    every.setMin(1);
    every.setMax(RecurrenceChoice.MOST);
    every.setValue(1);
    days.setLabel(t("activity.recurrence.days"));
    days.setItems(DayOfWeek.values());
    days.setItemLabelGenerator(RecurrenceWords::weekday);
    nth.setLabel(t("activity.recurrence.which"));
    nth.setEmptySelectionAllowed(true);
    nth.setItemLabelGenerator(one -> one == null ? monthDay() : RecurrenceWords.nth(one));
    var row = new Div(kind, every, nth);
    row.addClassName("when-field");
    var parts = new Div(row, days, end);
    parts.addClassName("recurrence-parts");
    add(parts);
    fit();
    kind.addValueChangeListener(_ -> chosen());
    every.addValueChangeListener(_ -> changed());
    days.addValueChangeListener(_ -> changed());
    nth.addValueChangeListener(_ -> changed());
    end.onChange(this::changed);
  }

  private void chosen() {
    if (!showing) {
      fit();
      LocalDate day = first;
      if (kind.getValue() == Kind.WEEKLY && days.isEmpty() && day != null) {
        quietly(() -> days.setValue(Set.of(day.getDayOfWeek())));
      }
    }
    changed();
  }

  private void changed() {
    if (!showing) {
      updateValue();
    }
  }

  private void quietly(Runnable work) {
    boolean before = showing;
    showing = true;
    work.run();
    showing = before;
  }

  /** Shows what goes with what is chosen. */
  private void fit() {
    Kind chosen = kind.getValue();
    boolean counted = chosen != null && chosen != Kind.WORKDAYS && chosen != Kind.OTHER;
    every.setVisible(counted);
    if (counted) {
      every.setLabel(t("activity.recurrence.so." + chosen.name()));
    }
    days.setVisible(chosen == Kind.WEEKLY);
    nth.setVisible(chosen == Kind.MONTHLY);
    end.setVisible(chosen != null);
  }

  private String label(Kind one) {
    RecurrenceChoice choice = shown;
    return one == Kind.OTHER
        ? choice == null ? "" : RecurrenceWords.of(choice.ending(null, null))
        : t("activity.recurrence." + one.name());
  }

  private String monthDay() {
    LocalDate day = first;
    return day == null
        ? t("activity.recurrence.monthday.same")
        : RecurrenceWords.monthDay(day.getDayOfMonth());
  }

  private void offer(boolean other) {
    kind.setItems(Arrays.stream(Kind.values()).filter(one -> other || one != Kind.OTHER).toList());
  }

  private void offerNth(@Nullable Nth chosen) {
    List<Nth> all = new ArrayList<>(Nth.of(first));
    if (chosen != null && !all.contains(chosen)) {
      all.add(chosen);
    }
    nth.setItems(all);
    nth.setValue(chosen);
  }

  /** Nothing comes again before it came; what counts from the first day goes with it. */
  public void begin(@Nullable When when) {
    LocalDate before = first;
    // in the zone in which the rule is meant, wherever somebody looks at it from
    LocalDate now =
        when == null ? null : when.day(when.zone() == null ? ZoneOffset.UTC : when.zone());
    first = now;
    begins = when;
    end.begin(now);
    RecurrenceChoice choice = shown;
    if (isReadOnly() || (choice != null && choice.kind() == Kind.OTHER)) {
      return;
    }
    Nth chosen = nth.getValue();
    boolean fits = chosen != null && Nth.of(before).contains(chosen);
    List<Nth> then = Nth.of(now);
    boolean oneDay = before != null && days.getValue().equals(Set.of(before.getDayOfWeek()));
    quietly(
        () -> {
          offerNth(
              fits && !then.isEmpty()
                  ? chosen.number() < 0 ? then.getLast() : then.getFirst()
                  : chosen);
          if (oneDay && now != null) {
            days.setValue(Set.of(now.getDayOfWeek()));
          }
        });
    if (kind.getValue() != null) {
      changed();
    }
  }

  @Override
  public void setReadOnly(boolean readOnly) {
    super.setReadOnly(readOnly);
    Stream.<HasValueAndElement<?, ?>>of(kind, every, days, nth)
        .forEach(part -> part.setReadOnly(readOnly));
    end.setReadOnly(readOnly);
  }

  @Override
  protected @Nullable String generateModelValue() {
    Kind chosen = kind.getValue();
    RecurrenceChoice before = shown;
    if (chosen == null) {
      return null;
    }
    // as it is written, if it is the same that somebody chose
    if (chosen == Kind.OTHER && before != null) {
      return ended(before);
    }
    RecurrenceChoice now = now(chosen);
    return ended(before != null && before.saysAs(now) ? before : now);
  }

  @Override
  public Validator<@Nullable String> getDefaultValidator() {
    return (_, _) ->
        (every.isVisible() && every.isUnread()) || end.isUnread()
            ? ValidationResult.error(t("shell.number.whole"))
            : ValidationResult.ok();
  }

  private String ended(RecurrenceChoice choice) {
    return choice.ending(end.until(), end.count()).rule();
  }

  private RecurrenceChoice now(Kind chosen) {
    Integer number = every.getValue();
    LocalDate day = first;
    Set<DayOfWeek> on =
        chosen == Kind.WEEKLY && !days.isEmpty() ? EnumSet.copyOf(days.getValue()) : Set.of();
    boolean asBegun = day != null && on.equals(Set.of(day.getDayOfWeek()));
    return RecurrenceChoice.chosen(
        chosen,
        chosen == Kind.WORKDAYS || number == null
            ? 1
            : Math.clamp(number, 1, RecurrenceChoice.MOST),
        asBegun && !wrote(on) ? Set.of() : on,
        chosen == Kind.MONTHLY ? nth.getValue() : null);
  }

  /** Whether the rule names the days although they are those of its first day. */
  private boolean wrote(Set<DayOfWeek> on) {
    RecurrenceChoice before = shown;
    return before != null && before.days().equals(on);
  }

  @Override
  protected void setPresentationValue(@Nullable String rule) {
    RecurrenceChoice choice = rule == null ? null : RecurrenceChoice.of(rule, begins);
    LocalDate day = first;
    shown = choice;
    quietly(
        () -> {
          offer(choice != null && choice.kind() == Kind.OTHER);
          kind.setValue(choice == null ? null : choice.kind());
          every.setValue(choice == null ? 1 : choice.every());
          days.setValue(
              choice == null || choice.kind() != Kind.WEEKLY
                  ? Set.of()
                  : choice.days().isEmpty() && day != null
                      ? Set.of(day.getDayOfWeek())
                      : choice.days());
          offerNth(choice == null ? null : choice.nth());
          end.show(choice == null ? null : choice.until(), choice == null ? null : choice.count());
          fit();
        });
  }
}
