package eu.rempart.company.ui;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import eu.rempart.company.CompanyDataBuilder;
import eu.rempart.company.CompanyField;
import eu.rempart.company.CompanyRules;
import eu.rempart.company.CompanySize;
import eu.rempart.company.CompanyType;
import eu.rempart.shell.bulk.BulkField;
import eu.rempart.shell.field.LanguageField;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** The fields of companies that can be set in many at once. */
final class CompanyBulkFields {

  private CompanyBulkFields() {}

  /**
   * The fields.
   *
   * @param edit makes a step of what it does to one company
   */
  static List<BulkField<?>> of(
      Function<Consumer<CompanyDataBuilder>, ToIntFunction<List<UUID>>> edit) {
    return List.of(
        new BulkField<CompanyType>(
            CompanyField.TYPE.column(),
            CompanyTexts.label(CompanyField.TYPE),
            CompanyBulkFields::types,
            value -> edit.apply(builder -> builder.type(value))),
        new BulkField<String>(
            CompanyField.INDUSTRY.column(),
            CompanyTexts.label(CompanyField.INDUSTRY),
            CompanyBulkFields::industry,
            value -> edit.apply(builder -> builder.industry(value))),
        new BulkField<CompanySize>(
            CompanyField.SIZE.column(),
            CompanyTexts.label(CompanyField.SIZE),
            CompanyBulkFields::sizes,
            value -> edit.apply(builder -> builder.size(value))),
        new BulkField<String>(
            CompanyField.LANGUAGE.column(),
            CompanyTexts.label(CompanyField.LANGUAGE),
            CompanyBulkFields::language,
            value -> edit.apply(builder -> builder.language(value))));
  }

  private static HasValue<?, CompanyType> types() {
    var select = new Select<CompanyType>();
    select.setLabel(CompanyTexts.label(CompanyField.TYPE));
    select.setItems(CompanyType.values());
    select.setItemLabelGenerator(CompanyTexts::type);
    return select;
  }

  private static HasValue<?, CompanySize> sizes() {
    var select = new Select<CompanySize>();
    select.setLabel(CompanyTexts.label(CompanyField.SIZE));
    select.setItems(CompanySize.values());
    select.setItemLabelGenerator(CompanyTexts::size);
    return select;
  }

  private static HasValue<?, String> industry() {
    var text = new TextField(CompanyTexts.label(CompanyField.INDUSTRY));
    text.setMaxLength(CompanyRules.MAX_TEXT);
    return text;
  }

  private static HasValue<?, String> language() {
    var field = new LanguageField();
    field.setLabel(CompanyTexts.label(CompanyField.LANGUAGE));
    return field;
  }
}
