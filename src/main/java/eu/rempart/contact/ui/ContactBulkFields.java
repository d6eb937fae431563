package eu.rempart.contact.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import eu.rempart.contact.ContactDataBuilder;
import eu.rempart.contact.ContactField;
import eu.rempart.contact.ContactRules;
import eu.rempart.contact.LawfulBasis;
import eu.rempart.shell.bulk.BulkField;
import eu.rempart.shell.field.DateField;
import eu.rempart.shell.field.LanguageField;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** The fields of contacts that can be set in many at once. */
final class ContactBulkFields {

  private ContactBulkFields() {}

  /**
   * The fields.
   *
   * @param edit makes a step of what it does to one contact
   */
  static List<BulkField<?>> of(
      Function<Consumer<ContactDataBuilder>, ToIntFunction<List<UUID>>> edit) {
    return List.of(
        new BulkField<String>(
            ContactField.LANGUAGE.column(),
            ContactTexts.label(ContactField.LANGUAGE),
            () -> labelled(new LanguageField()),
            value -> edit.apply(builder -> builder.language(value))),
        new BulkField<Boolean>(
            ContactField.DO_NOT_CALL.column(),
            ContactTexts.label(ContactField.DO_NOT_CALL),
            ContactBulkFields::yesNo,
            value -> edit.apply(builder -> builder.doNotCall(Boolean.TRUE.equals(value)))),
        new BulkField<LawfulBasis>(
            ContactField.LAWFUL_BASIS.column(),
            ContactTexts.label(ContactField.LAWFUL_BASIS),
            ContactBulkFields::bases,
            value -> edit.apply(builder -> builder.lawfulBasis(value))),
        new BulkField<String>(
            ContactField.BASIS_SOURCE.column(),
            ContactTexts.label(ContactField.BASIS_SOURCE),
            ContactBulkFields::source,
            value -> edit.apply(builder -> builder.basisSource(value))),
        new BulkField<LocalDate>(
            ContactField.BASIS_DATE.column(),
            ContactTexts.label(ContactField.BASIS_DATE),
            ContactBulkFields::date,
            value -> edit.apply(builder -> builder.basisDate(value))));
  }

  private static HasValue<?, String> labelled(LanguageField field) {
    field.setLabel(ContactTexts.label(ContactField.LANGUAGE));
    return field;
  }

  private static HasValue<?, Boolean> yesNo() {
    var select = new Select<Boolean>();
    select.setLabel(ContactTexts.label(ContactField.DO_NOT_CALL));
    select.setItems(true, false);
    select.setItemLabelGenerator(yes -> yes ? t("contact.yes") : t("contact.no"));
    return select;
  }

  private static HasValue<?, LawfulBasis> bases() {
    var select = new Select<LawfulBasis>();
    select.setLabel(ContactTexts.label(ContactField.LAWFUL_BASIS));
    select.setItems(LawfulBasis.values());
    select.setItemLabelGenerator(ContactTexts::basis);
    return select;
  }

  private static HasValue<?, String> source() {
    var text = new TextField(ContactTexts.label(ContactField.BASIS_SOURCE));
    text.setMaxLength(ContactRules.MAX_TEXT);
    return text;
  }

  private static HasValue<?, LocalDate> date() {
    var picker = new DateField();
    picker.setLabel(ContactTexts.label(ContactField.BASIS_DATE));
    return picker;
  }
}
