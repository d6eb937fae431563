package eu.rempart.contact.ui;

import eu.rempart.contact.ContactData;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.ContactRules;
import eu.rempart.contact.employer.ContactStart;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A contact that is there, or one to be created by its name.
 *
 * @param id null for one to be created
 */
record PersonChoice(@Nullable ContactId id, String label) {

  /** One to be created; empty where a part of the name is too long. */
  static Optional<PersonChoice> named(String name) {
    PersonChoice made = new PersonChoice(null, name);
    return made.first().length() > ContactRules.MAX_NAME
            || made.last().length() > ContactRules.MAX_NAME
        ? Optional.empty()
        : Optional.of(made);
  }

  /** What a new one begins with: the last word is the last name. */
  ContactData begun(ContactStart start) {
    return start.named(first(), last());
  }

  private String first() {
    return label.substring(0, Math.max(0, label.strip().lastIndexOf(' '))).strip();
  }

  private String last() {
    return label.strip().substring(label.strip().lastIndexOf(' ') + 1);
  }

  /** Says nothing: this is customer data. */
  @Override
  public String toString() {
    return "PersonChoice[hidden]";
  }
}
