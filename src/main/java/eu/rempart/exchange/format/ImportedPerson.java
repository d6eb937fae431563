package eu.rempart.exchange.format;

import eu.rempart.common.Birthday;
import eu.rempart.common.EmailEntry;
import eu.rempart.common.PersonName;
import eu.rempart.common.PhoneEntry;
import eu.rempart.common.PostalAddress;
import eu.rempart.common.custom.CustomValues;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person as a file has it. What is absent is the empty text or list.
 *
 * @param externalId the source's own key
 * @param name each part at most 100 characters
 * @param emails in the file's order, no address twice, at most one primary
 * @param phones in the file's order, no number twice, at most one primary
 * @param language ISO 639-1, lower case
 * @param description plain text, with everything that fits no field
 * @param tags names of tags, as the file has them
 * @param photo the file of a photo as it was found, at most 6 MB; not to be changed
 * @param custom values of the organisation's own fields
 */
public record ImportedPerson(
    String externalId,
    String salutation,
    PersonName name,
    List<EmailEntry> emails,
    List<PhoneEntry> phones,
    List<PostalAddress> addresses,
    @Nullable Birthday birthday,
    String language,
    boolean doNotCall,
    String description,
    List<String> tags,
    byte @Nullable [] photo,
    CustomValues custom) {

  /** Takes the parts; the lists become immutable. */
  public ImportedPerson {
    emails = List.copyOf(emails);
    phones = List.copyOf(phones);
    addresses = List.copyOf(addresses);
    tags = List.copyOf(tags);
  }

  /** One without values of the organisation's own fields. */
  public ImportedPerson(
      String externalId,
      String salutation,
      PersonName name,
      List<EmailEntry> emails,
      List<PhoneEntry> phones,
      List<PostalAddress> addresses,
      @Nullable Birthday birthday,
      String language,
      boolean doNotCall,
      String description,
      List<String> tags,
      byte @Nullable [] photo) {
    this(
        externalId,
        salutation,
        name,
        emails,
        phones,
        addresses,
        birthday,
        language,
        doNotCall,
        description,
        tags,
        photo,
        CustomValues.NONE);
  }

  @Override
  public String toString() {
    return "ImportedPerson[hidden]";
  }
}
