package eu.rempart.shell.field;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import eu.rempart.common.AddressKind;
import eu.rempart.common.CountryCode;
import eu.rempart.common.PostalAddress;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The postal addresses of a person or company; none of them is the primary one. */
public final class AddressesField extends EntriesField<PostalAddress, AddressesField.Row> {

  private static final long serialVersionUID = 1L;

  public AddressesField() {
    super(t("shell.field.addresses"), t("shell.field.addresses.add"));
  }

  /** The country of the first address that names one. */
  Optional<CountryCode> country() {
    return getValue().stream().flatMap(each -> Stream.ofNullable(each.country())).findFirst();
  }

  @Override
  Row line(@Nullable PostalAddress entry, Runnable makePrimary, Runnable remove) {
    return new Row(entry, makePrimary, remove);
  }

  @Override
  PostalAddress marked(PostalAddress entry, boolean primary) {
    return entry;
  }

  @Override
  boolean isPrimary(PostalAddress entry) {
    return false;
  }

  static final class Row extends EntryRow<PostalAddress> {

    private static final long serialVersionUID = 1L;

    private final Select<AddressKind> kind = new Select<>();
    private final TextArea street = new TextArea(t("shell.field.street"));
    private final TextField postalCode = new TextField(t("shell.field.postalcode"));
    private final TextField city = new TextField(t("shell.field.city"));
    private final TextField region = new TextField(t("shell.field.region"));
    private final CountryField country = new CountryField(t("shell.field.country"));

    private Row(@Nullable PostalAddress entry, Runnable makePrimary, Runnable remove) {
      addClassName("address-row");
      kind.addClassName("entry-kind");
      kind.setItems(AddressKind.values());
      kind.setItemLabelGenerator(Kinds::label);
      kind.setLabel(t("shell.field.kind"));
      kind.setValue(entry == null ? AddressKind.WORK : entry.kind());
      if (entry != null) {
        street.setValue(entry.street());
        postalCode.setValue(entry.postalCode());
        city.setValue(entry.city());
        region.setValue(entry.region());
        country.setValue(entry.country());
      }
      assemble(makePrimary, remove, false, kind, street, postalCode, city, region, country);
    }

    @Override
    Optional<PostalAddress> entry() {
      var address =
          new PostalAddress(
              kind.getValue(),
              street.getValue(),
              city.getValue(),
              region.getValue(),
              postalCode.getValue(),
              country.getValue());
      return address.isEmpty() ? Optional.empty() : Optional.of(address);
    }

    @Override
    boolean check() {
      return false;
    }

    @Override
    void onChange(Runnable changed) {
      Stream.of(postalCode, city, region)
          .forEach(
              field -> {
                field.setValueChangeMode(ValueChangeMode.ON_BLUR);
                field.addValueChangeListener(_ -> changed.run());
              });
      street.setValueChangeMode(ValueChangeMode.ON_BLUR);
      street.addValueChangeListener(_ -> changed.run());
      kind.addValueChangeListener(_ -> changed.run());
      country.addValueChangeListener(_ -> changed.run());
    }
  }
}
