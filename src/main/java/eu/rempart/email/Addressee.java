package eu.rempart.email;

import eu.rempart.common.EmailAddress;
import eu.rempart.contact.ContactId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom a mail may go to.
 *
 * @param contact null where the address is a company's own
 * @param name as lists call them
 * @param optedOut whether they asked for no mailings
 * @param invalid whether mail to the address came back
 */
public record Addressee(
    @Nullable ContactId contact, String name, String address, boolean optedOut, boolean invalid) {

  /** Whether mail to that address goes to them there. */
  public boolean is(EmailAddress other) {
    return EmailAddress.parse(address).filter(other::equals).isPresent();
  }

  /** Says nothing: this is customer data. */
  @Override
  public String toString() {
    return "Addressee[hidden]";
  }
}
