package eu.rempart.kernel.place;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code rempart.places.*}: where data may go.
 *
 * @param allowed countries, two letters each; {@link AllowedCountries#EUROPE} where there are none
 * @param country the one that this server is in; needed as soon as its data are told of elsewhere
 * @param verify what comes of an address that is registered in another country than declared
 * @param mailboxes which mailboxes members may connect
 */
@ConfigurationProperties("rempart.places")
record PlaceSettings(
    @DefaultValue List<String> allowed,
    @Nullable String country,
    @DefaultValue("warn") Verify verify,
    @DefaultValue("any") Mailboxes mailboxes) {

  enum Verify {
    WARN,
    REFUSE
  }

  enum Mailboxes {
    ANY,
    ALLOWED
  }

  PlaceRules rules() {
    return new PlaceRules(
        AllowedCountries.of(allowed), verify == Verify.REFUSE, mailboxes == Mailboxes.ALLOWED);
  }
}
