package eu.rempart.shell.custom;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.HasValueChangeMode;
import com.vaadin.flow.data.value.ValueChangeMode;
import eu.rempart.common.PhoneNumber;
import eu.rempart.common.custom.CustomChoice;
import eu.rempart.common.custom.CustomField;
import eu.rempart.common.custom.CustomRules;
import eu.rempart.shell.field.ChoiceField;
import eu.rempart.shell.field.ChoicesField;
import eu.rempart.shell.field.DateField;
import eu.rempart.shell.field.Keyboard;
import eu.rempart.shell.field.number.DecimalField;
import eu.rempart.shell.text.HomeCountry;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Makes the input that the kind of a field asks for. */
final class CustomInputs {

  private static final int PAUSE_MILLIS = 400;

  private CustomInputs() {}

  /**
   * An empty input.
   *
   * @param value what it will show first: a choice that is retired is offered to whoever has it
   */
  static CustomInput<?> of(CustomField field, String value) {
    return switch (field.kind()) {
      case TEXT -> line(field, CustomRules.MAX_TEXT, text -> CustomRules.canonical(field, text));
      case LINK -> line(field, CustomRules.MAX_LINK, text -> CustomRules.canonical(field, text));
      case PHONE ->
          line(
              field,
              PhoneNumber.MAX_LENGTH,
              text -> PhoneNumber.parse(text, HomeCountry.guess()).map(PhoneNumber::dialled));
      case LONG_TEXT -> lines(field);
      case EMAIL -> {
        var input = new EmailField();
        soon(input);
        yield new CustomInput<>(
            field, input, Function.identity(), text -> CustomRules.canonical(field, text));
      }
      case NUMBER ->
          new CustomInput<BigDecimal>(
              field, DecimalField.number(CustomRules.SCALE), BigDecimal::new, CustomRules::number);
      case MONEY ->
          new CustomInput<String>(
              field,
              new MoneyField(),
              Function.identity(),
              text -> CustomRules.canonical(field, text));
      case DATE -> {
        DateField input = new DateField();
        input.setClearButtonVisible(true);
        yield new CustomInput<LocalDate>(
            field, input, LocalDate::parse, day -> CustomRules.canonical(field, day.toString()));
      }
      case YES_NO -> yesNo(field);
      case CHOICE -> choice(field, value);
      case CHOICES -> choices(field, value);
    };
  }

  private static CustomInput<?> line(
      CustomField field, int max, Function<String, Optional<String>> kept) {
    var input = new TextField();
    input.setMaxLength(max);
    soon(input);
    switch (field.kind()) {
      case LINK -> Keyboard.LINK.of(input);
      case PHONE -> Keyboard.PHONE.of(input);
      default -> {} // letters
    }
    return new CustomInput<>(field, input, value -> CustomWords.text(field, value), kept);
  }

  private static CustomInput<?> lines(CustomField field) {
    var input = new TextArea();
    input.setMaxLength(CustomRules.MAX_LONG_TEXT);
    input.setMinRows(3);
    soon(input);
    return new CustomInput<>(
        field, input, Function.identity(), text -> CustomRules.canonical(field, text));
  }

  private static CustomInput<?> yesNo(CustomField field) {
    var input = new Select<String>();
    input.setItems("true", "false");
    input.setEmptySelectionAllowed(!field.required());
    input.setItemLabelGenerator(value -> value == null ? "" : CustomWords.yesNo(value));
    return new CustomInput<>(field, input, Function.identity(), Optional::of);
  }

  private static CustomInput<?> choice(CustomField field, String value) {
    var input = new ChoiceField<String>();
    input.setItems(offered(field, Set.of(value)));
    input.setItemLabelGenerator(code -> CustomWords.choice(field, code));
    input.setClearButtonVisible(true);
    return new CustomInput<>(field, input, Function.identity(), Optional::of);
  }

  private static CustomInput<?> choices(CustomField field, String value) {
    var input = new ChoicesField<String>();
    input.setItems(offered(field, CustomRules.codes(value)));
    input.setItemLabelGenerator(code -> CustomWords.choice(field, code));
    input.setClearButtonVisible(true);
    return new CustomInput<Set<String>>(
        field,
        input,
        CustomRules::codes,
        codes -> CustomRules.canonical(field, String.join(",", codes)));
  }

  private static List<String> offered(CustomField field, Set<String> had) {
    Set<String> codes = new LinkedHashSet<>();
    for (CustomChoice choice : field.choices()) {
      if (!choice.retired() || had.contains(choice.code())) {
        codes.add(choice.code());
      }
    }
    return List.copyOf(codes);
  }

  private static void soon(HasValueChangeMode field) {
    field.setValueChangeMode(ValueChangeMode.LAZY);
    field.setValueChangeTimeout(PAUSE_MILLIS);
  }
}
