package eu.rempart.contact.ui;

import eu.rempart.common.custom.CustomValues;
import eu.rempart.contact.Contact;
import eu.rempart.contact.ContactData;
import eu.rempart.contact.ContactDataBuilder;
import eu.rempart.contact.ContactField;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.ContactService;
import eu.rempart.db.Reason;
import eu.rempart.shell.bulk.BulkField;
import eu.rempart.shell.custom.CustomFieldBulk;
import eu.rempart.shell.custom.CustomFields;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What can be done to many contacts at once. */
@Component
class ContactBulk extends CustomFieldBulk<Contact, ContactField, ContactData> {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final ContactService contacts;

  ContactBulk(ContactService contacts, CustomFields custom) {
    super(ContactField.class, custom);
    this.contacts = contacts;
  }

  @Override
  public String kind() {
    return "contact";
  }

  @Override
  protected List<Contact> read(List<UUID> ids) {
    return contacts.findAll(typed(ids));
  }

  @Override
  protected ContactData dataOf(Contact found) {
    return found.data();
  }

  @Override
  protected ContactData ownedBy(ContactData data, @Nullable UUID owner) {
    return data.toBuilder().ownerId(owner).build();
  }

  @Override
  protected Set<UUID> tagsOf(ContactData data) {
    return data.tags();
  }

  @Override
  protected ContactData tagged(ContactData data, Set<UUID> tags) {
    return data.toBuilder().tags(tags).build();
  }

  @Override
  protected CustomValues customOf(ContactData data) {
    return data.custom();
  }

  @Override
  protected ContactData with(ContactData data, CustomValues values) {
    return data.toBuilder().custom(values).build();
  }

  @Override
  protected Set<Contact> keepable(Map<Contact, ContactData> changes) {
    return contacts.keepable(changes);
  }

  @Override
  protected int save(Map<Contact, ContactData> changes) {
    return contacts.saveAll(changes, Reason.EDIT).size();
  }

  @Override
  protected int archive(List<Contact> there) {
    contacts.archive(there.stream().map(Contact::id).toList());
    return there.size();
  }

  @Override
  protected List<BulkField<?>> own() {
    return ContactBulkFields.of(this::built);
  }

  private ToIntFunction<List<UUID>> built(Consumer<ContactDataBuilder> change) {
    return edit(
        data -> {
          ContactDataBuilder builder = data.toBuilder();
          change.accept(builder);
          return builder.build();
        });
  }

  @Override
  public void seen(List<UUID> ids) {
    contacts.tellIndex(typed(ids)).accept(PATIENCE);
  }

  private static List<ContactId> typed(List<UUID> ids) {
    return ids.stream().map(ContactId::new).toList();
  }
}
