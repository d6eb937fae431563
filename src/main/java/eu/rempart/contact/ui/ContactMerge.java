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
import eu.rempart.shell.merge.FieldMerge;
import eu.rempart.shell.tag.TagBook;
import eu.rempart.shell.tag.Tags;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** How two contacts become one. */
@Component
class ContactMerge extends FieldMerge<Contact, ContactField, ContactData> {

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
    super(ContactField.class, UNITED);
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
  protected List<Contact> read(List<UUID> ids) {
    return contacts.findAll(ids.stream().map(ContactId::new).toList());
  }

  @Override
  protected UUID idOf(Contact record) {
    return record.id().value();
  }

  @Override
  protected ContactData dataOf(Contact record) {
    return record.data();
  }

  @Override
  protected boolean save(Contact stays, ContactData merged) {
    return contacts.saveAll(Map.of(stays, merged), Reason.EDIT).isEmpty();
  }

  @Override
  protected void archive(Contact goes, Contact stays) {
    duplicates.pointElsewhere(kind(), goes.id().value(), stays.id().value());
    contacts.archive(List.of(goes.id()));
  }

  @Override
  public Map<UUID, Side> sides(Set<UUID> ids) {
    Map<UUID, String> names = members.all();
    TagBook book = tags.book();
    CustomBook own = custom.book(kind());
    return read(List.copyOf(ids)).stream()
        .collect(Collectors.toMap(this::idOf, each -> side(each, names, book, own)));
  }

  private Side side(Contact record, Map<UUID, String> names, TagBook book, CustomBook own) {
    ContactData data = record.data();
    return new Side(
        ContactTexts.title(data, record.unopenable()),
        ContactNavigation.details(record.id()),
        filled(ContactTexts::label, field -> ContactTexts.value(field, data, names, book, own)),
        united());
  }

  @Override
  protected ContactData merged(ContactData one, ContactData other, Set<ContactField> taken) {
    return ContactField.united(ContactField.copy(taken, other, one), other);
  }

  @Override
  public void seen(List<UUID> ids) {
    contacts.tellIndex(ids.stream().map(ContactId::new).toList()).accept(PATIENCE);
  }
}
