package eu.rempart.shell.field.number;

import com.vaadin.flow.data.binder.ValidationResult;
import com.vaadin.flow.data.binder.Validator;
import eu.rempart.common.number.NumberConvention;
import eu.rempart.common.number.NumberFormats;
import eu.rempart.common.number.NumberParser;
import eu.rempart.common.number.NumberReading;
import eu.rempart.common.number.NumberReading.Ambiguous;
import eu.rempart.common.number.NumberReading.Reason;
import eu.rempart.common.number.NumberReading.Refused;
import eu.rempart.common.number.NumberReading.Value;
import eu.rempart.common.number.NumberRules;
import eu.rempart.shell.field.CheckedInput;
import eu.rempart.shell.text.Formats;
import java.io.Serial;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A field for a number, taken as people of any language write it. What it understood is shown once
 * the cursor leaves; what could mean two numbers is asked below it; what is none stays as it was
 * typed, is said to be none, and is no value: a form is not saved with it.
 *
 * @param <C> the field itself
 * @param <N> what it holds; null while it is empty, or holds what is no number
 */
public abstract class NumberInput<C extends NumberInput<C, N>, N> extends TextInput<C, N>
    implements CheckedInput {

  @Serial private static final long serialVersionUID = 1L;
  private static final String NOW = "element.value";

  private final Locale locale = Formats.locale();
  private transient NumberRules rules;

  /** What was set last, and how it is shown. */
  private transient @Nullable N shown;

  private @Nullable String shownText;

  /** Whether the cursor left it before the last of what was typed arrived here. */
  private boolean left;

  /** Whether the field says itself what is wrong. */
  private boolean told;

  NumberInput(NumberRules rules) {
    super(NumberInput::parsed, NumberInput::written);
    this.rules = rules;
    addClassName("number-input");
    addValueChangeListener(_ -> forget());
    getElement()
        .addPropertyChangeListener(
            TEXT,
            event -> {
              if (event.isUserOriginated()) {
                understood();
                if (left) {
                  settle();
                }
              }
            });
    getElement()
        .addEventListener("change", event -> leave(event.getEventData().get(NOW).asString("")))
        .addEventData(NOW);
    addAttachListener(_ -> keyboard());
  }

  private static <C extends NumberInput<C, N>, N> @Nullable N parsed(C field, String text) {
    NumberInput<C, N> input = field; // whose private parts they are
    if (input.shown != null && text.equals(input.shownText)) {
      return input.shown; // as it was set, be it within the rules or not
    }
    return input.read() instanceof Value value ? field.of(value.number()) : null;
  }

  private static <C extends NumberInput<C, N>, N> String written(C field, @Nullable N value) {
    NumberInput<C, N> input = field;
    input.shown = value;
    input.shownText = value == null ? "" : field.text(value);
    return input.shownText;
  }

  /** What the field holds of a number that is within its rules. */
  abstract N of(BigDecimal number);

  /** What it shows of a value. */
  abstract String text(N value);

  /** How the person writes. */
  final Locale writing() {
    return locale;
  }

  /** What numbers it takes from now on. */
  final void take(NumberRules newRules) {
    rules = newRules;
    keyboard();
  }

  final NumberRules rules() {
    return rules;
  }

  /** Whether a currency that is typed beside the number may stand there. */
  boolean accepts(String currency) {
    return currency.isEmpty();
  }

  /** Called with the currency that was typed beside a number. */
  void currency(String code) {}

  private void keyboard() {
    // phones have no minus on the keyboard for decimals
    BigDecimal least = rules.least();
    boolean negative = least == null || least.signum() < 0;
    getElement()
        .executeJs(
            "this.inputElement?.setAttribute('inputmode', $0)",
            negative ? "text" : rules.decimals() == 0 ? "numeric" : "decimal");
  }

  private String typed() {
    return getElement().getProperty(TEXT, "");
  }

  private NumberReading read() {
    NumberReading reading = NumberParser.parse(typed(), NumberConvention.of(locale), rules);
    String currency =
        switch (reading) {
          case Value value -> value.currency();
          case Ambiguous asked -> asked.currency();
          case Refused _ -> "";
        };
    return currency.isEmpty() || accepts(currency) ? reading : new Refused(Reason.CURRENCY);
  }

  private void understood() {
    if (read() instanceof Value value && !value.currency().isEmpty()) {
      currency(value.currency());
    }
  }

  /** Whether it holds something that is no number, or more than one. */
  public final boolean isUnread() {
    return getValue() == null && !typed().isBlank();
  }

  /** A field that tells of its text after a pause is left before that is over. */
  private void leave(String now) {
    left = !now.equals(typed());
    if (!left) {
      settle();
    }
  }

  /** Shows what was understood, or says why it was not, once somebody is done with typing. */
  private void settle() {
    left = false;
    forget();
    N value = getValue();
    if (value != null) {
      // what has been typed since stays
      getElement().executeJs("if (this.value === $0) { this.value = $1; }", typed(), text(value));
    } else if (isUnread()) {
      tell();
    }
    tellStatus(!isUnread());
  }

  private void forget() {
    if (!isUnread() || told) {
      setHelperComponent(null);
    }
    if (!isUnread() && (told || isInvalid())) {
      told = false;
      setInvalid(false);
    }
  }

  private void tell() {
    told = true;
    setErrorMessage(problem());
    setInvalid(true);
    if (read() instanceof Ambiguous asked) {
      setHelperComponent(
          new ReadingChoice(
              asked.readings(), number -> NumberFormats.number(number, 0, locale), this::choose));
    }
  }

  private void choose(BigDecimal number) {
    String currency = read() instanceof Ambiguous asked ? asked.currency() : "";
    N value = of(number);
    setModelValue(value, true);
    setPresentationValue(value);
    if (!currency.isEmpty()) {
      currency(currency);
    }
    settle();
    focus();
  }

  /** What is wrong with what is typed; empty where nothing is. */
  private String problem() {
    return new NumberProblems(rules, locale).of(read());
  }

  @Override
  public final boolean check() {
    boolean wrong = isVisible() && isUnread();
    if (wrong) {
      tell();
      focus();
    }
    return !wrong;
  }

  /** Sets the value, which replaces what is typed, were it no number. */
  @Override
  public void setValue(@Nullable N value) {
    boolean unread = isUnread();
    super.setValue(value);
    if (unread) {
      setPresentationValue(value);
      forget();
    }
  }

  /** 1200 and 1200.00 are one number. */
  @Override
  protected boolean valueEquals(@Nullable N one, @Nullable N other) {
    return (one instanceof BigDecimal first && other instanceof BigDecimal second)
        ? first.compareTo(second) == 0
        : Objects.equals(one, other);
  }

  @Override
  public Validator<@Nullable N> getDefaultValidator() {
    return (_, _) -> isUnread() ? ValidationResult.error(problem()) : ValidationResult.ok();
  }
}
