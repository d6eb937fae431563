package eu.rempart.shell;

import java.util.Set;

/**
 * Whoever is signed in, as far as the shell needs to know.
 *
 * @param name shown in the user menu
 * @param email shown below the name
 * @param administrator sees the entries of administration
 * @param opensCustomerData false for engineers, who see no entry that leads to customer data
 * @param rights all of them, by the names that routes ask for
 */
public record Person(
    String name,
    String email,
    boolean administrator,
    boolean opensCustomerData,
    Set<String> rights) {

  /** Name and e-mail are customer data: they stay out of logs. */
  @Override
  public String toString() {
    return "Person[administrator=%s, opensCustomerData=%s]"
        .formatted(administrator, opensCustomerData);
  }
}
