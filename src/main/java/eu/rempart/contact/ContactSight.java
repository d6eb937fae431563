package eu.rempart.contact;

import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.common.custom.CustomValues;
import eu.rempart.customfield.CustomChecks;
import eu.rempart.customfield.CustomSight;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What of a contact whoever acts on this thread may see, and what they may change. */
final class ContactSight {

  private final Rights rights;
  private final CustomChecks custom;

  ContactSight(Rights rights, CustomChecks custom) {
    this.rights = rights;
    this.custom = custom;
  }

  private Set<ContactField> hidden() {
    Set<String> columns = rights.hidden(ContactSearch.KIND);
    return columns.isEmpty()
        ? Set.of()
        : EnumSet.allOf(ContactField.class).stream()
            .filter(field -> columns.contains(field.column()))
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(ContactField.class)));
  }

  /** Without the fields that are hidden. */
  Contact seen(Contact contact) {
    Set<ContactField> hidden = hidden();
    return rights.hidden(ContactSearch.KIND).isEmpty()
        ? contact
        : new Contact(
            contact.id(),
            contact.version(),
            seen(contact.data(), hidden),
            without(hidden, contact.unopenable()),
            contact.created(),
            contact.changed());
  }

  /** Each without the fields that are hidden. */
  List<ContactRow> seen(List<ContactRow> rows) {
    Set<ContactField> hidden = hidden();
    return rights.hidden(ContactSearch.KIND).isEmpty()
        ? rows
        : rows.stream().map(row -> seen(row, hidden)).toList();
  }

  private ContactRow seen(ContactRow row, Set<ContactField> hidden) {
    return new ContactRow(
        row.id(),
        seen(row.shown(), hidden),
        without(hidden, row.unopenable()),
        row.company(),
        row.createdAt(),
        row.changedAt());
  }

  private ContactData seen(ContactData data, Set<ContactField> hidden) {
    ContactData rest = ContactField.copy(hidden, ContactData.EMPTY, data);
    Set<UUID> own = CustomSight.hidden(rights, ContactSearch.KIND);
    return own.isEmpty()
        ? rest
        : rest.toBuilder().custom(CustomSight.without(rest.custom(), own)).build();
  }

  private static Map<ContactField, String> without(
      Set<ContactField> hidden, Map<ContactField, String> unopenable) {
    Map<ContactField, String> rest = new EnumMap<>(ContactField.class);
    unopenable.forEach(
        (field, code) -> {
          if (!hidden.contains(field)) {
            rest.put(field, code);
          }
        });
    return rest;
  }

  /** What is kept of something new: it belongs to somebody whose records its maker may write. */
  ContactData owned(ContactData data) {
    UUID owner = rights.ownerOfNew(ContactSearch.KIND, data.ownerId());
    return Objects.equals(owner, data.ownerId()) ? data : data.toBuilder().ownerId(owner).build();
  }

  /**
   * Goes on only if these may be kept as new ones.
   *
   * @throws eu.rempart.account.NotPermittedException if not
   * @throws eu.rempart.common.InvalidFieldException if a custom field can't have its value
   */
  void requireNew(Collection<ContactData> all) {
    rights.requireOwners(
        Right.WRITE_RECORDS, ContactSearch.KIND, all.stream().map(ContactData::ownerId).toList());
    Set<ContactField> filled = EnumSet.noneOf(ContactField.class);
    if (!rights.fixed(ContactSearch.KIND).isEmpty()) {
      all.forEach(data -> filled.addAll(ContactField.changed(ContactData.EMPTY, data)));
      requireColumns(filled);
    }
    custom.check(
        rights,
        ContactSearch.KIND,
        all.stream()
            .map(data -> new CustomChecks.Change(CustomValues.NONE, data.custom()))
            .toList());
  }

  /**
   * Goes on only if this one may be changed so.
   *
   * @param mine what changes
   * @throws eu.rempart.account.NotPermittedException if not
   * @throws eu.rempart.common.InvalidFieldException if a custom field can't have its value
   */
  void requireChange(UUID id, Set<ContactField> mine, ContactData before, ContactData after) {
    rights.require(Right.WRITE_RECORDS, ContactSearch.KIND, List.of(id));
    requireChange(mine, after);
    custom.check(rights, ContactSearch.KIND, before.custom(), after.custom());
  }

  private void requireChange(Set<ContactField> mine, ContactData after) {
    requireColumns(mine);
    if (mine.contains(ContactField.OWNER)) {
      rights.requireOwners(
          Right.WRITE_RECORDS,
          ContactSearch.KIND,
          java.util.Arrays.<@Nullable UUID>asList(after.ownerId()));
    }
  }

  private void requireColumns(Set<ContactField> fields) {
    rights.requireColumns(ContactSearch.KIND, fields.stream().map(ContactField::column).toList());
  }

  /**
   * Goes on only if these may be changed so.
   *
   * @throws eu.rempart.account.NotPermittedException if not
   */
  void requireChanges(Map<Contact, ContactData> changes) {
    rights.require(
        Right.WRITE_RECORDS,
        ContactSearch.KIND,
        changes.keySet().stream().map(contact -> contact.id().value()).toList());
    changes.forEach(
        (contact, after) -> requireChange(ContactField.changed(contact.data(), after), after));
    custom.check(
        rights,
        ContactSearch.KIND,
        changes.entrySet().stream()
            .map(
                change ->
                    new CustomChecks.Change(
                        change.getKey().data().custom(), change.getValue().custom()))
            .toList());
  }

  /**
   * What is written of a change: custom fields that are hidden keep their values, of which it knows
   * nothing.
   *
   * @param stored reads what the record has
   */
  ContactData written(
      Set<ContactField> mine, ContactData after, Supplier<Optional<Contact>> stored) {
    Set<UUID> hidden = CustomSight.hidden(rights, ContactSearch.KIND);
    return hidden.isEmpty() || !mine.contains(ContactField.CUSTOM)
        ? after
        : stored.get().map(now -> whole(after, now, hidden)).orElse(after);
  }

  /** As {@link #written(Set, ContactData, Supplier)}, of many. */
  Map<Contact, ContactData> written(
      Map<Contact, ContactData> changes, Function<List<UUID>, List<Contact>> stored) {
    Set<UUID> hidden = CustomSight.hidden(rights, ContactSearch.KIND);
    if (hidden.isEmpty()) {
      return changes;
    }
    Map<ContactId, Contact> now =
        stored.apply(changes.keySet().stream().map(each -> each.id().value()).toList()).stream()
            .collect(Collectors.toMap(Contact::id, Function.identity()));
    Map<Contact, ContactData> written = new HashMap<>(changes);
    written.replaceAll(
        (before, after) -> {
          Contact kept = now.get(before.id());
          return kept == null || after.custom().equals(before.data().custom())
              ? after
              : whole(after, kept, hidden);
        });
    return written;
  }

  private static ContactData whole(ContactData after, Contact stored, Set<UUID> hidden) {
    return after.toBuilder()
        .custom(CustomSight.with(after.custom(), stored.data().custom(), hidden))
        .build();
  }
}
