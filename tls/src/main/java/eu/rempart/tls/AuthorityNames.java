package eu.rempart.tls;

import java.util.List;

/**
 * For which names the own authority may issue.
 *
 * @param permitted names with what is below them, and addresses; empty for an authority of before
 *     name constraints, which may issue for any site
 * @param outside names of this installation's settings for which it may not issue; the server's
 *     certificate lacks them
 */
public record AuthorityNames(List<String> permitted, List<String> outside) {
  public AuthorityNames {
    permitted = List.copyOf(permitted);
    outside = List.copyOf(outside);
  }

  public boolean isConstrained() {
    return !permitted.isEmpty();
  }
}
