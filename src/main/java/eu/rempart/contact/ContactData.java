package eu.rempart.contact;

import eu.rempart.common.Birthday;
import eu.rempart.common.EmailEntry;
import eu.rempart.common.PersonName;
import eu.rempart.common.PhoneEntry;
import eu.rempart.common.PostalAddress;
import eu.rempart.common.custom.CustomValues;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What people fill in about a contact. Texts are stripped; what is absent is null, or an empty
 * list.
 *
 * @param ownerId the member who looks after them
 * @param language BCP 47
 * @param basisSource where the lawful basis comes from, such as a form or a fair
 * @param externalId by which imports recognise them
 * @param tags ids of its tags; one may lie in the bin
 * @param custom what it has in fields of the organisation\'s own
 */
public record ContactData(
    @Nullable UUID ownerId,
    @Nullable String salutation,
    @Nullable String firstName,
    @Nullable String lastName,
    List<EmailEntry> emails,
    List<PhoneEntry> phones,
    List<PostalAddress> addresses,
    @Nullable Birthday birthday,
    @Nullable String language,
    boolean doNotCall,
    @Nullable LawfulBasis lawfulBasis,
    @Nullable String basisSource,
    @Nullable LocalDate basisDate,
    @Nullable String description,
    @Nullable String externalId,
    Set<UUID> tags,
    CustomValues custom) {

  public static final ContactData EMPTY = builder().build();

  public ContactData {
    tags = Set.copyOf(tags);
    custom = CustomValues.orNone(custom);
    emails = List.copyOf(emails);
    phones = List.copyOf(phones);
    addresses = List.copyOf(addresses);
  }

  public static ContactDataBuilder builder() {
    return new ContactDataBuilder();
  }

  public ContactDataBuilder toBuilder() {
    return new ContactDataBuilder(this);
  }

  public PersonName name() {
    return new PersonName(firstName == null ? "" : firstName, lastName == null ? "" : lastName);
  }

  /** The primary e-mail address, else the first. */
  public @Nullable EmailEntry primaryEmail() {
    return emails.stream()
        .filter(EmailEntry::primary)
        .findFirst()
        .orElse(emails.isEmpty() ? null : emails.getFirst());
  }

  /** The primary phone number, else the first. */
  public @Nullable PhoneEntry primaryPhone() {
    return phones.stream()
        .filter(PhoneEntry::primary)
        .findFirst()
        .orElse(phones.isEmpty() ? null : phones.getFirst());
  }

  /**
   * By which lists are sorted: the family name first. Null without a name, even where another field
   * stands in for it in lists: who is not shown that one would find it by its name.
   */
  @Nullable String sortName() {
    String last = lastName == null ? "" : lastName;
    String name = firstName == null ? last : (last + " " + firstName).strip();
    return name.isEmpty() ? null : name;
  }

  /** How lists call them: the name, else an e-mail address or phone number, else nothing. */
  public String displayName() {
    String full = name().full();
    EmailEntry email = primaryEmail();
    PhoneEntry phone = primaryPhone();
    return !full.isEmpty()
        ? full
        : email != null ? email.address().value() : phone != null ? phone.number().pretty() : "";
  }

  /** Says nothing: this is customer data. */
  @Override
  public String toString() {
    return "ContactData[hidden]";
  }
}
