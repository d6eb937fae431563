package eu.rempart.account.password;

import eu.rempart.vault.password.ContextWords;
import eu.rempart.vault.password.PasswordRule;
import eu.rempart.vault.password.Strength;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Decides what a new password has to be: how long, and free of which words. Services ask before
 * they hand a password to the vault, screens to say it while somebody types.
 */
@Component
public class NewPasswordRules {

  private final ContextWords hosts;
  private final ObjectProvider<FirmName> firm;
  private final ObjectProvider<SecondFactors> factors;

  NewPasswordRules(
      @Value("${rempart.tls.host-names:}") List<String> hostNames,
      @Value("${rempart.mail.site:}") String site,
      ObjectProvider<FirmName> firm,
      ObjectProvider<SecondFactors> factors) {
    this.hosts =
        ContextWords.NONE.withHosts(
            Stream.concat(hostNames.stream(), host(site).stream()).toList());
    this.firm = firm;
    this.factors = factors;
  }

  private static Optional<String> host(String site) {
    return site.isBlank()
        ? Optional.empty()
        : Optional.ofNullable(URI.create(site.strip()).getHost());
  }

  /**
   * For somebody to whom the vault is closed: the firm's name is not known.
   *
   * @param name null where it is not known, as is {@code email}
   */
  public PasswordRule forNewcomer(@Nullable String name, @Nullable String email) {
    return new PasswordRule(Strength.ONLY_FACTOR, hosts.withNames(name).withAddress(email));
  }

  /** For somebody who opened the vault with the recovery kit. */
  public PasswordRule forRecovered(String name, String email) {
    return new PasswordRule(
        Strength.ONLY_FACTOR, forNewcomer(name, email).words().withNames(firm()));
  }

  /** For a member who is signed in, perhaps with a second factor. */
  public PasswordRule forMember(UUID memberId, @Nullable String name, @Nullable String email) {
    boolean second = factors.stream().anyMatch(each -> each.has(memberId));
    return new PasswordRule(
        second ? Strength.WITH_SECOND_FACTOR : Strength.ONLY_FACTOR,
        forNewcomer(name, email).words().withNames(firm()));
  }

  private @Nullable String firm() {
    FirmName known = firm.getIfAvailable();
    return known == null ? null : known.find().orElse(null);
  }
}
