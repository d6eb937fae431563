package eu.rempart.shell.field;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import eu.rempart.common.CountryCode;
import eu.rempart.common.PhoneEntry;
import eu.rempart.common.PhoneKind;
import eu.rempart.common.PhoneNumber;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The phone numbers of a person or company. What is typed is kept as typed; numbers without a
 * country's prefix are read in the country of the record's address, else in the home country. A
 * number that was understood before stays as it was read until it is typed anew.
 */
public final class PhonesField extends EntriesField<PhoneEntry, PhonesField.Row> {

  private static final long serialVersionUID = 1L;

  private final @Nullable CountryCode home;
  private @Nullable AddressesField addresses;

  /**
   * An empty field.
   *
   * @param home country of numbers that name none, where no address does; null if unknown
   */
  public PhonesField(@Nullable CountryCode home) {
    super(t("shell.field.phones"), t("shell.field.phones.add"));
    this.home = home;
  }

  /** Reads numbers in the country of these addresses, as soon as one of them names it. */
  public PhonesField at(AddressesField known) {
    addresses = known;
    known.onTyped(this::reread);
    return this;
  }

  private @Nullable CountryCode country() {
    AddressesField known = addresses;
    return known == null ? home : known.country().orElse(home);
  }

  @Override
  Row line(@Nullable PhoneEntry entry, Runnable makePrimary, Runnable remove) {
    return new Row(entry, this::country, makePrimary, remove);
  }

  @Override
  PhoneEntry marked(PhoneEntry entry, boolean primary) {
    return new PhoneEntry(
        entry.number(), entry.kind(), primary, entry.doNotCall(), entry.invalid());
  }

  @Override
  boolean isPrimary(PhoneEntry entry) {
    return entry.primary();
  }

  static final class Row extends EntryRow<PhoneEntry> {

    private static final long serialVersionUID = 1L;

    private final transient Supplier<@Nullable CountryCode> country;
    private final @Nullable PhoneNumber before;
    private final Select<PhoneKind> kind = new Select<>();
    private final TextField number = new TextField();
    private final Checkbox doNotCall = new Checkbox(t("shell.field.donotcall"));
    private final Checkbox invalid = new Checkbox(t("shell.field.unreachable"));

    /** Whether a person said what rings there. */
    private boolean chosen;

    private Row(
        @Nullable PhoneEntry entry,
        Supplier<@Nullable CountryCode> country,
        Runnable makePrimary,
        Runnable remove) {
      this.country = country;
      before = entry == null ? null : entry.number();
      chosen = entry != null;
      kind.setItems(PhoneKind.values());
      kind.setItemLabelGenerator(Kinds::label);
      kind.setAriaLabel(t("shell.field.kind"));
      kind.addClassName("entry-kind");
      number.setAriaLabel(t("shell.field.phone"));
      number.setMaxLength(PhoneNumber.MAX_LENGTH);
      number.addClassName("entry-value");
      Keyboard.PHONE.of(number);
      kind.setValue(entry == null ? PhoneKind.MOBILE : entry.kind());
      number.setValue(entry == null ? "" : entry.number().typed());
      doNotCall.setValue(entry != null && entry.doNotCall());
      invalid.setValue(entry != null && entry.invalid());
      assemble(makePrimary, remove, true, kind, number, doNotCall, invalid);
    }

    @Override
    Optional<PhoneEntry> entry() {
      return number()
          .map(
              parsed ->
                  new PhoneEntry(
                      parsed,
                      kind.getValue(),
                      isPrimary(),
                      doNotCall.getValue(),
                      invalid.getValue()));
    }

    private Optional<PhoneNumber> number() {
      PhoneNumber known = before;
      return known != null && known.understood() && known.typed().equals(number.getValue())
          ? Optional.of(known)
          : PhoneNumber.parse(number.getValue(), country.get());
    }

    @Override
    void reread() {
      var _ = check();
      guessKind();
    }

    /** A new line says what the number itself tells, until a person says it. */
    private void guessKind() {
      if (!chosen) {
        entry().flatMap(entry -> entry.number().likelyKind()).ifPresent(kind::setValue);
      }
    }

    /** Nothing typed is refused: a number nobody understands is still one somebody may dial. */
    @Override
    boolean check() {
      number.setHelperText(
          entry().map(entry -> entry.number().understood()).orElse(true)
              ? ""
              : t("shell.field.phone.unclear"));
      return false;
    }

    @Override
    void onChange(Runnable changed) {
      number.setValueChangeMode(ValueChangeMode.ON_BLUR);
      number.addValueChangeListener(
          _ -> {
            reread();
            changed.run();
          });
      kind.addValueChangeListener(
          change -> {
            chosen |= change.isFromClient();
            changed.run();
          });
      doNotCall.addValueChangeListener(_ -> changed.run());
      invalid.addValueChangeListener(_ -> changed.run());
    }
  }
}
