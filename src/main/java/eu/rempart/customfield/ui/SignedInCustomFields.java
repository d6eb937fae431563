package eu.rempart.customfield.ui;

import eu.rempart.customfield.CustomFieldService;
import eu.rempart.shell.custom.CustomBook;
import eu.rempart.shell.custom.CustomFields;
import org.springframework.stereotype.Component;

/** The organisation's own fields for the screens of records. */
@Component
class SignedInCustomFields implements CustomFields {

  private final CustomFieldService fields;

  SignedInCustomFields(CustomFieldService fields) {
    this.fields = fields;
  }

  @Override
  public CustomBook book() {
    return new CustomBook(fields.all());
  }

  @Override
  public CustomBook book(String kind) {
    return new CustomBook(fields.of(kind), fields.fixed(kind));
  }
}
