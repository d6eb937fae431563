package eu.rempart.exchange.format;

import eu.rempart.common.EmailEntry;
import eu.rempart.common.PhoneEntry;
import eu.rempart.common.PostalAddress;
import eu.rempart.common.custom.CustomValues;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A company as a file has it. What is absent is the empty text or list.
 *
 * @param externalId the source's own key
 * @param name at most 249 characters; may be empty when externalId names a company of another file
 * @param type customer, prospect, partner, supplier or competitor
 * @param size number of employees, or a range, as typed
 * @param revenueCurrency ISO 4217 where the cell had one
 * @param parentName name of the company it belongs to
 * @param tags names of tags, as the file has them
 * @param custom values of the organisation's own fields
 */
public record ImportedCompany(
    String externalId,
    String name,
    String website,
    List<EmailEntry> emails,
    List<PhoneEntry> phones,
    List<PostalAddress> addresses,
    String type,
    String industry,
    String size,
    @Nullable BigDecimal annualRevenue,
    String revenueCurrency,
    String vatNumber,
    String registerNumber,
    String language,
    String parentName,
    String description,
    List<String> tags,
    CustomValues custom) {

  /** Takes the parts; the lists become immutable. */
  public ImportedCompany {
    emails = List.copyOf(emails);
    phones = List.copyOf(phones);
    addresses = List.copyOf(addresses);
    tags = List.copyOf(tags);
  }

  /** One without values of the organisation's own fields. */
  public ImportedCompany(
      String externalId,
      String name,
      String website,
      List<EmailEntry> emails,
      List<PhoneEntry> phones,
      List<PostalAddress> addresses,
      String type,
      String industry,
      String size,
      @Nullable BigDecimal annualRevenue,
      String revenueCurrency,
      String vatNumber,
      String registerNumber,
      String language,
      String parentName,
      String description,
      List<String> tags) {
    this(
        externalId,
        name,
        website,
        emails,
        phones,
        addresses,
        type,
        industry,
        size,
        annualRevenue,
        revenueCurrency,
        vatNumber,
        registerNumber,
        language,
        parentName,
        description,
        tags,
        CustomValues.NONE);
  }

  @Override
  public String toString() {
    return "ImportedCompany[hidden]";
  }
}
