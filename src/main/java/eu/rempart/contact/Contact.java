package eu.rempart.contact;

import eu.rempart.common.Trace;
import java.util.Map;

/**
 * A contact as they stand.
 *
 * @param version the optimistic lock number
 * @param unopenable fields whose ciphertext is not what was sealed there, each with its short code;
 *     {@code data} has nothing for them, and a save leaves them alone unless they are filled in
 */
public record Contact(
    ContactId id,
    int version,
    ContactData data,
    Map<ContactField, String> unopenable,
    Trace created,
    Trace changed) {

  public Contact {
    unopenable = Map.copyOf(unopenable);
  }
}
