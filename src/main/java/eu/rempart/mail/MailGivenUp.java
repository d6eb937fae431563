package eu.rempart.mail;

import java.util.Map;
import java.util.UUID;

/** Event: this letter will not arrive; say it another way. Published once for each. */
public record MailGivenUp(UUID memberId, String kind, Map<String, String> facts) {

  public MailGivenUp {
    facts = Map.copyOf(facts);
  }
}
