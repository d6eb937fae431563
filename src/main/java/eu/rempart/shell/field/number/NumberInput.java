package eu.rempart.shell.field.number;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.AbstractSinglePropertyField;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasAriaLabel;
import com.vaadin.flow.component.HasPlaceholder;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.shared.HasClearButton;
import com.vaadin.flow.component.shared.HasPrefix;
import com.vaadin.flow.component.shared.HasSuffix;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.shared.InputField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.binder.HasValidator;
import com.vaadin.flow.data.binder.ValidationResult;
import com.vaadin.flow.data.binder.ValidationStatusChangeEvent;
import com.vaadin.flow.data.binder.ValidationStatusChangeListener;
import com.vaadin.flow.data.binder.Validator;
import com.vaadin.flow.data.value.HasValueChangeMode;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.shared.Registration;
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
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * A field for a number, taken as people of any language write it. What it understood is shown once
 * the cursor leaves; what could mean two numbers is asked below it; what is none stays as it was
 * typed, is said to be none, and is no value: a form is not saved with it.
 *
 * @param <C> the field itself
 * @param <N> what it holds; null while it is empty, or holds what is no number
 */
@Tag("vaadin-text-field")
@Uses(TextField.class)
public abstract class NumberInput<C extends NumberInput<C, N>, N>
    extends AbstractSinglePropertyField<C, @Nullable N>
    implements CheckedInput,
        Focusable<C>,
        HasAriaLabel,
        HasClearButton,
        HasPlaceholder,
        HasPrefix,
        HasSuffix,
        HasValidationProperties,
        HasValidator<@Nullable N>,
        HasValueChangeMode,
        InputField<AbstractField.ComponentValueChangeEvent<C, @Nullable N>, @Nullable N> {

  @Serial private static final long serialVersionUID = 1L;
  private static final String TEXT = "value";
  private static final String NOW = "element.value";

  private final List<ValidationStatusChangeListener<@Nullable N>> listeners =
      new CopyOnWriteArrayList<>();
  private final Locale locale = Formats.locale();
  private transient NumberRules rules;
  private ValueChangeMode mode = ValueChangeMode.ON_CHANGE;
  private int timeout = DEFAULT_CHANGE_TIMEOUT;

  /** What was set last, and how it is shown. */
  private transient @Nullable N shown;

  private @Nullable String shownText;

  /** Whether the cursor left it before the last of what was typed arrived here. */
  private boolean left;

  /** Whether the field says itself what is wrong. */
  private boolean told;

  NumberInput(NumberRules rules) {
    super(TEXT, null, String.class, NumberInput::parsed, NumberInput::written);
    this.rules = rules;
    getElement().setProperty("manualValidation", true);
    getElement().setProperty("autocomplete", "off");
    setValueChangeMode(ValueChangeMode.ON_CHANGE);
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
    boolean right = !isUnread();
    var event = new ValidationStatusChangeEvent<@Nullable N>(this, right);
    listeners.forEach(listener -> listener.validationStatusChanged(event));
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
    return switch (read()) {
      case Value _ -> "";
      case Ambiguous _ -> t("shell.number.which");
      case Refused refused -> problem(refused.reason());
    };
  }

  private String problem(Reason reason) {
    return switch (reason) {
      case EMPTY -> "";
      case NO_NUMBER ->
          rules.decimals() == 0
              ? t("shell.number.whole")
              : t("shell.number.none", NumberFormats.number(new BigDecimal("1250.5"), 2, locale));
      case TOO_FINE ->
          rules.decimals() == 0
              ? t("shell.number.whole")
              : t("shell.number.fine", rules.decimals());
      case NEGATIVE, TOO_SMALL -> t("shell.number.least", bound(rules.least()));
      case TOO_LARGE -> t("shell.number.most", bound(rules.most()));
      case CURRENCY -> t("shell.number.currency");
    };
  }

  private String bound(@Nullable BigDecimal bound) {
    return NumberFormats.number(Objects.requireNonNull(bound), 0, locale);
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

  @Override
  public Registration addValidationStatusChangeListener(
      ValidationStatusChangeListener<@Nullable N> listener) {
    return Registration.addAndRemove(listeners, listener);
  }

  @Override
  public final ValueChangeMode getValueChangeMode() {
    return mode;
  }

  @Override
  public final void setValueChangeMode(ValueChangeMode newMode) {
    mode = newMode;
    setSynchronizedEvent(ValueChangeMode.eventForMode(newMode, "value-changed"));
    ValueChangeMode.applyChangeTimeout(mode, timeout, getSynchronizationRegistration());
  }

  @Override
  public final int getValueChangeTimeout() {
    return timeout;
  }

  @Override
  public final void setValueChangeTimeout(int milliseconds) {
    timeout = milliseconds;
    ValueChangeMode.applyChangeTimeout(mode, timeout, getSynchronizationRegistration());
  }

  @Override
  public final void setAriaLabel(@Nullable String label) {
    getElement().setProperty("accessibleName", label);
  }

  @Override
  public final Optional<String> getAriaLabel() {
    return Optional.ofNullable(getElement().getProperty("accessibleName"));
  }
}
