package eu.rempart.contact.employer;

import eu.rempart.account.CurrentMember;
import eu.rempart.common.RecordField;
import eu.rempart.common.custom.CustomField;
import eu.rempart.common.custom.CustomValues;
import eu.rempart.contact.ContactData;
import eu.rempart.contact.ContactField;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What a new contact begins with, as far as the member who adds it may fill it in. */
@Component
public final class ContactStart {

  private final CurrentMember member;

  ContactStart(CurrentMember member) {
    this.member = member;
  }

  /** The member who adds it looks after it. */
  public ContactData begun() {
    return allowed(ContactData.EMPTY, ContactData.builder().ownerId(member.id()).build());
  }

  /** As {@link #begun}, with a name. */
  public ContactData named(String first, String last) {
    return allowed(
        ContactData.EMPTY,
        ContactData.builder().firstName(first).lastName(last).ownerId(member.id()).build());
  }

  /** Whether a contact can be made of a name alone. */
  public boolean takesNames() {
    return RecordField.of(ContactField.class, fixed()).stream()
        .noneMatch(field -> field == ContactField.FIRST_NAME || field == ContactField.LAST_NAME);
  }

  /** What is filled in; fields that the member may not fill in stay as they were. */
  public ContactData allowed(ContactData before, ContactData filled) {
    Set<String> fixed = fixed();
    CustomValues values = filled.custom().keeping(CustomField.idsOfColumns(fixed), before.custom());
    return ContactField.copy(
        RecordField.of(ContactField.class, fixed),
        before,
        filled.toBuilder().custom(values).build());
  }

  private Set<String> fixed() {
    return member.rights().fixed("contact");
  }
}
