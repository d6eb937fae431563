package eu.rempart.account.setup;

import eu.rempart.account.JoiningService;
import eu.rempart.account.SignedInMember;
import eu.rempart.common.EmailAddress;
import eu.rempart.common.InvalidEmailAddressException;
import eu.rempart.vault.VaultService;
import eu.rempart.vault.answer.VaultState;
import eu.rempart.vault.password.PasswordPolicy;
import eu.rempart.vault.password.Strength;
import eu.rempart.vault.password.WeakPasswordException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the first administrator from {@code REMPART_ADMIN_EMAIL} and {@code REMPART_ADMIN_PASSWORD}
 * at the first start, before the port opens: whoever came first to the page that sets up would be
 * the administrator.
 */
@Component
class UnattendedSetup implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(UnattendedSetup.class);

  private final String email;
  private final String password;
  private final JoiningService joining;
  private final RecoveryKitService kits;
  private final OperatorSecrets operator;
  private final VaultService vault;
  private final TransactionTemplate transactions;
  private volatile boolean running;

  UnattendedSetup(
      @Value("${REMPART_ADMIN_EMAIL:}") String email,
      @Value("${REMPART_ADMIN_PASSWORD:}") String password,
      JoiningService joining,
      RecoveryKitService kits,
      OperatorSecrets operator,
      VaultService vault,
      PlatformTransactionManager manager) {
    this.email = email;
    this.password = password;
    this.joining = joining;
    this.kits = kits;
    this.operator = operator;
    this.vault = vault;
    this.transactions = new TransactionTemplate(manager);
  }

  /** Before that of the edge, and before that of Jetty behind it. */
  @Override
  public int getPhase() {
    return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1;
  }

  @Override
  public void start() {
    setUp();
    running = true;
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** A name out of an address, as names are written: {@code ada.byron} is Ada Byron. */
  static String nameOf(String localPart) {
    String name =
        Arrays.stream(localPart.split("[._-]+", -1))
            .filter(part -> !part.isEmpty())
            .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1))
            .collect(Collectors.joining(" "));
    return name.isEmpty() ? localPart : name;
  }

  private void setUp() {
    if (email.isBlank() || password.isEmpty() || joining.state() != VaultState.NEW) {
      return;
    }
    var address = address();
    var chosen = password.toCharArray();
    try {
      var name = nameOf(address.localPart());
      // the kit is on the disk before the vault that it opens is: neither is ever without the other
      transactions.executeWithoutResult(
          _ -> {
            var first = joining.setUp(name, address, chosen, Locale.ENGLISH);
            kits.writeFile(first.kit());
            operator.remember(first.member().memberId());
            lock(first.member());
          });
      LOG.warn("The recovery kit is in {}: move it to a safe place", kits.path());
    } catch (WeakPasswordException e) {
      throw new IllegalStateException(
          "REMPART_ADMIN_PASSWORD is refused (%s): use %d to %d characters that are not easily guessed"
              .formatted(e.fault(), Strength.ONLY_FACTOR.length(), PasswordPolicy.MAX_LENGTH),
          e);
    } finally {
      Arrays.fill(chosen, '\0');
    }
  }

  private void lock(SignedInMember member) {
    if (member.vault() != null) {
      vault.lock(member.vault());
    }
  }

  private EmailAddress address() {
    try {
      return EmailAddress.of(email);
    } catch (InvalidEmailAddressException e) {
      throw new IllegalStateException("REMPART_ADMIN_EMAIL is not an e-mail address", e);
    }
  }
}
