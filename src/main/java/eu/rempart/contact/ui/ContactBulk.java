package eu.rempart.contact.ui;

import eu.rempart.common.InvalidFieldException;
import eu.rempart.contact.Contact;
import eu.rempart.contact.ContactData;
import eu.rempart.contact.ContactDataBuilder;
import eu.rempart.contact.ContactField;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.ContactRules;
import eu.rempart.contact.ContactService;
import eu.rempart.db.Reason;
import eu.rempart.shell.bulk.BulkField;
import eu.rempart.shell.bulk.BulkRoom;
import eu.rempart.shell.custom.CustomBulk;
import eu.rempart.shell.custom.CustomFields;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What can be done to many contacts at once. */
@Component
class ContactBulk implements BulkRoom {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final ContactService contacts;
  private final CustomFields custom;

  ContactBulk(ContactService contacts, CustomFields custom) {
    this.contacts = contacts;
    this.custom = custom;
  }

  @Override
  public String kind() {
    return "contact";
  }

  @Override
  public ToIntFunction<List<UUID>> assign(@Nullable UUID owner) {
    return edit(builder -> builder.ownerId(owner));
  }

  @Override
  public ToIntFunction<List<UUID>> tag(Set<UUID> added, Set<UUID> removed) {
    return ids ->
        apply(
            ids,
            data -> {
              Set<UUID> tags = new LinkedHashSet<>(data.tags());
              tags.addAll(added);
              tags.removeAll(removed);
              return data.toBuilder().tags(tags).build();
            });
  }

  @Override
  public ToIntFunction<List<UUID>> archive() {
    return ids -> {
      List<ContactId> there = contacts.findAll(typed(ids)).stream().map(Contact::id).toList();
      contacts.archive(there);
      return there.size();
    };
  }

  @Override
  public List<BulkField<?>> fields() {
    List<BulkField<?>> all = new ArrayList<>(ContactBulkFields.of(this::edit));
    all.addAll(CustomBulk.of(custom.book(kind()).writable(), this::fill));
    return all;
  }

  @Override
  public @Nullable Object now(String column, UUID id) {
    return contacts
        .find(new ContactId(id))
        .flatMap(
            found ->
                CustomBulk.now(column, found.data().custom())
                    .<Object>map(text -> text)
                    .or(() -> now(column, found.data())))
        .orElse(null);
  }

  private static Optional<Object> now(String column, ContactData data) {
    return Arrays.stream(ContactField.values())
        .filter(field -> field.column().equals(column))
        .findFirst()
        .flatMap(field -> Optional.ofNullable(field.valueIn(data)));
  }

  @Override
  public void seen(List<UUID> ids) {
    contacts.tellIndex(typed(ids)).accept(PATIENCE);
  }

  private ToIntFunction<List<UUID>> edit(Consumer<ContactDataBuilder> change) {
    return ids ->
        apply(
            ids,
            data -> {
              ContactDataBuilder builder = data.toBuilder();
              change.accept(builder);
              return builder.build();
            });
  }

  private ToIntFunction<List<UUID>> fill(UUID field, String value) {
    return ids ->
        apply(ids, data -> data.toBuilder().custom(data.custom().with(field, value)).build());
  }

  private interface Edit {
    ContactData of(ContactData data);
  }

  private int apply(List<UUID> ids, Edit edit) {
    Map<Contact, ContactData> changes = new HashMap<>();
    for (Contact each : contacts.findAll(typed(ids))) {
      ContactData edited = edit.of(each.data());
      if (!ContactField.changed(each.data(), edited).isEmpty() && fits(edited)) {
        changes.put(each, edited);
      }
    }
    return changes.isEmpty() ? 0 : changes.size() - contacts.saveAll(changes, Reason.EDIT).size();
  }

  /**
   * One that can't be kept so is left alone: a name that does not open must not stop the others.
   */
  private static boolean fits(ContactData edited) {
    try {
      ContactRules.check(edited);
      return true;
    } catch (InvalidFieldException _) {
      return false;
    }
  }

  private static List<ContactId> typed(List<UUID> ids) {
    return ids.stream().map(ContactId::new).toList();
  }
}
