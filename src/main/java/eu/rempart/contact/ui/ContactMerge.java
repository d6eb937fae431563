package eu.rempart.contact.ui;

import eu.rempart.account.MemberNames;
import eu.rempart.contact.Contact;
import eu.rempart.contact.ContactData;
import eu.rempart.contact.ContactField;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.ContactService;
import eu.rempart.db.Reason;
import eu.rempart.duplicate.DuplicateService;
import eu.rempart.shell.custom.CustomBook;
import eu.rempart.shell.custom.CustomFields;
import eu.rempart.shell.merge.MergeRoom;
import eu.rempart.shell.merge.United;
import eu.rempart.shell.tag.TagBook;
import eu.rempart.shell.tag.Tags;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** How two contacts become one. */
@Component
class ContactMerge implements MergeRoom {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Nobody need choose among these: both records' entries stay. */
  private static final Set<ContactField> UNITED =
      EnumSet.of(
          ContactField.EMAILS,
          ContactField.PHONES,
          ContactField.ADDRESSES,
          ContactField.TAGS,
          ContactField.CUSTOM);

  private final ContactService contacts;
  private final DuplicateService duplicates;
  private final MemberNames members;
  private final Tags tags;
  private final CustomFields custom;

  ContactMerge(
      ContactService contacts,
      DuplicateService duplicates,
      MemberNames members,
      Tags tags,
      CustomFields custom) {
    this.contacts = contacts;
    this.duplicates = duplicates;
    this.members = members;
    this.tags = tags;
    this.custom = custom;
  }

  @Override
  public String kind() {
    return "contact";
  }

  @Override
  public Map<UUID, Side> sides(Set<UUID> ids) {
    Map<UUID, String> names = members.all();
    TagBook book = tags.book();
    CustomBook own = custom.book("contact");
    return contacts.findAll(ids.stream().map(ContactId::new).toList()).stream()
        .collect(Collectors.toMap(each -> each.id().value(), each -> side(each, names, book, own)));
  }

  private Side side(Contact record, Map<UUID, String> names, TagBook book, CustomBook own) {
    ContactData data = record.data();
    Map<String, Field> fields = new LinkedHashMap<>();
    for (ContactField field : ContactField.values()) {
      String text = ContactTexts.value(field, data, names, book, own);
      if (!text.isEmpty()) {
        fields.put(field.column(), new Field(ContactTexts.label(field), text));
      }
    }
    return new Side(
        ContactTexts.title(data, record.unopenable()),
        ContactNavigation.details(record.id()),
        fields,
        UNITED.stream().map(ContactField::column).collect(Collectors.toSet()));
  }

  @Override
  public boolean merge(UUID stays, UUID goes, Set<String> taken) {
    Map<UUID, Contact> both = new HashMap<>();
    contacts
        .findAll(List.of(new ContactId(stays), new ContactId(goes)))
        .forEach(each -> both.put(each.id().value(), each));
    Contact one = both.get(stays);
    Contact other = both.get(goes);
    if (one == null || other == null || stays.equals(goes)) {
      return false;
    }
    ContactData merged = merged(one.data(), other.data(), taken);
    if (!ContactField.changed(one.data(), merged).isEmpty()
        && !contacts.saveAll(Map.of(one, merged), Reason.EDIT).isEmpty()) {
      return false;
    }
    duplicates.pointElsewhere("contact", goes, stays);
    contacts.archive(List.of(other.id()));
    return true;
  }

  private static ContactData merged(ContactData one, ContactData other, Set<String> taken) {
    Set<ContactField> fields = EnumSet.noneOf(ContactField.class);
    for (ContactField field : ContactField.values()) {
      if (taken.contains(field.column()) && !UNITED.contains(field)) {
        fields.add(field);
      }
    }
    return ContactField.copy(fields, other, one).toBuilder()
        .emails(United.emails(one.emails(), other.emails()))
        .phones(United.phones(one.phones(), other.phones()))
        .addresses(United.addresses(one.addresses(), other.addresses()))
        .tags(United.tags(one.tags(), other.tags()))
        // of two values in one field the one of the record that stays
        .custom(one.custom().or(other.custom()))
        .build();
  }

  @Override
  public void seen(List<UUID> ids) {
    contacts.tellIndex(ids.stream().map(ContactId::new).toList()).accept(PATIENCE);
  }
}
