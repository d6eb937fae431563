package eu.rempart.contact;

import eu.rempart.common.Birthday;
import eu.rempart.common.EmailEntry;
import eu.rempart.common.InvisibleMarks;
import eu.rempart.common.PhoneEntry;
import eu.rempart.common.PostalAddress;
import eu.rempart.common.custom.CustomValues;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Builds {@link ContactData} step by step; blank texts become null. */
public final class ContactDataBuilder {

  private @Nullable UUID ownerId;
  private @Nullable String salutation;
  private @Nullable String firstName;
  private @Nullable String lastName;
  private List<EmailEntry> emails = List.of();
  private List<PhoneEntry> phones = List.of();
  private List<PostalAddress> addresses = List.of();
  private @Nullable Birthday birthday;
  private @Nullable String language;
  private boolean doNotCall = false;
  private @Nullable LawfulBasis lawfulBasis;
  private @Nullable String basisSource;
  private @Nullable LocalDate basisDate;
  private @Nullable String description;
  private @Nullable String externalId;
  private Set<UUID> tags = Set.of();
  private CustomValues custom = CustomValues.NONE;

  ContactDataBuilder() {}

  ContactDataBuilder(ContactData from) {
    ownerId = from.ownerId();
    salutation = from.salutation();
    firstName = from.firstName();
    lastName = from.lastName();
    emails = from.emails();
    phones = from.phones();
    addresses = from.addresses();
    birthday = from.birthday();
    language = from.language();
    doNotCall = from.doNotCall();
    lawfulBasis = from.lawfulBasis();
    basisSource = from.basisSource();
    basisDate = from.basisDate();
    description = from.description();
    externalId = from.externalId();
    tags = from.tags();
    custom = from.custom();
  }

  public ContactDataBuilder ownerId(@Nullable UUID value) {
    ownerId = value;
    return this;
  }

  public ContactDataBuilder salutation(@Nullable String value) {
    salutation = text(value);
    return this;
  }

  public ContactDataBuilder firstName(@Nullable String value) {
    firstName = text(value);
    return this;
  }

  public ContactDataBuilder lastName(@Nullable String value) {
    lastName = text(value);
    return this;
  }

  public ContactDataBuilder emails(List<EmailEntry> value) {
    emails = value;
    return this;
  }

  public ContactDataBuilder phones(List<PhoneEntry> value) {
    phones = value;
    return this;
  }

  public ContactDataBuilder addresses(List<PostalAddress> value) {
    addresses = value;
    return this;
  }

  public ContactDataBuilder birthday(@Nullable Birthday value) {
    birthday = value;
    return this;
  }

  public ContactDataBuilder language(@Nullable String value) {
    language = text(value);
    return this;
  }

  public ContactDataBuilder doNotCall(boolean value) {
    doNotCall = value;
    return this;
  }

  public ContactDataBuilder lawfulBasis(@Nullable LawfulBasis value) {
    lawfulBasis = value;
    return this;
  }

  public ContactDataBuilder basisSource(@Nullable String value) {
    basisSource = text(value);
    return this;
  }

  public ContactDataBuilder basisDate(@Nullable LocalDate value) {
    basisDate = value;
    return this;
  }

  public ContactDataBuilder description(@Nullable String value) {
    description = text(value);
    return this;
  }

  public ContactDataBuilder externalId(@Nullable String value) {
    externalId = text(value);
    return this;
  }

  public ContactDataBuilder tags(Set<UUID> value) {
    tags = value;
    return this;
  }

  public ContactDataBuilder custom(CustomValues value) {
    custom = value;
    return this;
  }

  public ContactData build() {
    return new ContactData(
        ownerId,
        salutation,
        firstName,
        lastName,
        emails,
        phones,
        addresses,
        birthday,
        language,
        doNotCall,
        lawfulBasis,
        basisSource,
        basisDate,
        description,
        externalId,
        tags,
        custom);
  }

  private static @Nullable String text(@Nullable String value) {
    if (value == null) {
      return null;
    }
    String seen = InvisibleMarks.strip(value).strip();
    return seen.isEmpty() ? null : seen;
  }
}
