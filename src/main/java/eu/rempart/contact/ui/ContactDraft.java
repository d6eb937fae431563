package eu.rempart.contact.ui;

import eu.rempart.contact.ContactData;
import eu.rempart.contact.ContactDataBuilder;
import java.util.function.Consumer;

/** What the form's fields write into, one after the other. */
final class ContactDraft {

  private ContactData data;

  ContactDraft(ContactData data) {
    this.data = data;
  }

  ContactData data() {
    return data;
  }

  void edit(Consumer<ContactDataBuilder> change) {
    ContactDataBuilder builder = data.toBuilder();
    change.accept(builder);
    data = builder.build();
  }
}
