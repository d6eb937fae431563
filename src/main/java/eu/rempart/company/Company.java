package eu.rempart.company;

import eu.rempart.common.Trace;
import java.util.Map;

/**
 * A company as it stands.
 *
 * @param version the optimistic lock number
 * @param unopenable fields whose ciphertext is not what was sealed there, each with its short code;
 *     {@code data} has nothing for them, and a save leaves them alone unless they are filled in
 */
public record Company(
    CompanyId id,
    int version,
    CompanyData data,
    Map<CompanyField, String> unopenable,
    Trace created,
    Trace changed) {

  public Company {
    unopenable = Map.copyOf(unopenable);
  }
}
