package eu.rempart.contact;

import eu.rempart.account.Rights;
import eu.rempart.common.custom.CustomValues;
import eu.rempart.customfield.CustomChecks;
import eu.rempart.customfield.CustomFieldSight;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What of a contact whoever acts on this thread may see, and what they may change. */
final class ContactSight extends CustomFieldSight<Contact, ContactField, ContactData> {

  ContactSight(Rights rights, CustomChecks custom) {
    super(
        rights,
        custom,
        ContactSearch.KIND,
        ContactField.OWNER,
        ContactField.CUSTOM,
        ContactData.EMPTY);
  }

  @Override
  protected UUID idOf(Contact found) {
    return found.id().value();
  }

  @Override
  protected ContactData dataOf(Contact found) {
    return found.data();
  }

  @Override
  protected @Nullable UUID ownerOf(ContactData data) {
    return data.ownerId();
  }

  @Override
  protected ContactData ownedBy(ContactData data, @Nullable UUID newOwner) {
    return data.toBuilder().ownerId(newOwner).build();
  }

  @Override
  protected CustomValues customOf(ContactData data) {
    return data.custom();
  }

  @Override
  protected ContactData with(ContactData data, CustomValues custom) {
    return data.toBuilder().custom(custom).build();
  }

  @Override
  protected ContactData copy(Set<ContactField> fields, ContactData source, ContactData target) {
    return ContactField.copy(fields, source, target);
  }

  /** Without the fields that are hidden. */
  Contact seen(Contact contact) {
    return showsAll()
        ? contact
        : new Contact(
            contact.id(),
            contact.version(),
            shown(contact.data()),
            codes(contact.unopenable()),
            contact.created(),
            contact.changed());
  }

  /** Each without the fields that are hidden. */
  List<ContactRow> seen(List<ContactRow> rows) {
    return showsAll() ? rows : rows.stream().map(this::seen).toList();
  }

  private ContactRow seen(ContactRow row) {
    return new ContactRow(
        row.id(),
        shown(row.shown()),
        codes(row.unopenable()),
        row.company(),
        row.createdAt(),
        row.changedAt());
  }
}
