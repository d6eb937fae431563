package eu.rempart.company;

import eu.rempart.common.EmailEntry;
import eu.rempart.common.PhoneEntry;
import eu.rempart.common.PostalAddress;
import eu.rempart.common.custom.CustomValues;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What people fill in about a company. Texts are stripped; what is absent is null, or an empty
 * list.
 *
 * @param ownerId the member who looks after it
 * @param annualRevenue at most 16 digits before and 2 behind the point
 * @param revenueCurrency ISO 4217
 * @param parentCompanyId the company that owns it; may lie in the bin
 * @param registerNumber SIRET, BCE/KBO, HRB, CUI …
 * @param language BCP 47
 * @param externalId by which imports recognise it
 * @param tags ids of its tags; one may lie in the bin
 * @param custom what it has in fields of the organisation\'s own
 */
public record CompanyData(
    @Nullable UUID ownerId,
    @Nullable String name,
    @Nullable String website,
    List<EmailEntry> emails,
    List<PhoneEntry> phones,
    List<PostalAddress> addresses,
    @Nullable CompanyType type,
    @Nullable String industry,
    @Nullable CompanySize size,
    @Nullable BigDecimal annualRevenue,
    @Nullable String revenueCurrency,
    @Nullable CompanyId parentCompanyId,
    @Nullable String vatNumber,
    @Nullable String registerNumber,
    @Nullable String language,
    @Nullable String description,
    @Nullable String externalId,
    Set<UUID> tags,
    CustomValues custom) {

  public static final CompanyData EMPTY = builder().build();

  public CompanyData {
    tags = Set.copyOf(tags);
    custom = CustomValues.orNone(custom);
    emails = List.copyOf(emails);
    phones = List.copyOf(phones);
    addresses = List.copyOf(addresses);
  }

  public static CompanyDataBuilder builder() {
    return new CompanyDataBuilder();
  }

  public CompanyDataBuilder toBuilder() {
    return new CompanyDataBuilder(this);
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

  /** Says nothing: this is customer data. */
  @Override
  public String toString() {
    return "CompanyData[hidden]";
  }
}
