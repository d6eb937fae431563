package eu.rempart.exchange.format;

/**
 * Somebody whom a row names without being about them. What is absent is the empty text.
 *
 * @param externalId the source's own key
 * @param email as an address is kept
 */
public record NamedPerson(String externalId, String name, String email) {

  @Override
  public String toString() {
    return "NamedPerson[hidden]";
  }
}
