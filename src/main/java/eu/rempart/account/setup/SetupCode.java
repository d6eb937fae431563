package eu.rempart.account.setup;

import eu.rempart.vault.VaultService;
import eu.rempart.vault.answer.VaultState;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Proves that whoever sets Rempart up is who started it: 12 characters (60 bits) that stand on the
 * standard output of this process and nowhere else, until somebody has set it up. Each start makes
 * another one, and each server of several has its own. Thread safe.
 */
@Component
public class SetupCode {

  /** Letters that look like a digit are left out. */
  private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private static final int LENGTH = 12;
  private static final int GROUP = 4;

  private final VaultService vault;
  private final PrintStream out = System.out;
  private volatile @Nullable String code = fresh();

  SetupCode(VaultService vault) {
    this.vault = vault;
  }

  private static String fresh() {
    SecureRandom random = new SecureRandom();
    StringBuilder made = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      made.append(i > 0 && i % GROUP == 0 ? "-" : "")
          .append(SIGNS.charAt(random.nextInt(SIGNS.length())));
    }
    return made.toString();
  }

  /** Before the line that says where Rempart answers: who waits for that has read this. */
  @EventListener(ApplicationReadyEvent.class)
  @Order(0)
  void print() {
    String printed = code;
    if (vault.state() != VaultState.NEW) {
      forget();
    } else if (printed != null) {
      out.println("Set-up code: " + printed);
    }
  }

  /** Whether this is the code, however it is typed; never once Rempart has been set up. */
  public boolean isRight(String typed) {
    String right = code;
    return right != null && MessageDigest.isEqual(plain(right), plain(typed));
  }

  private static byte[] plain(String code) {
    return code.toUpperCase(Locale.ROOT)
        .replaceAll("[^0-9A-Z]", "")
        .replace('O', '0')
        .replaceAll("[IL]", "1")
        .getBytes(StandardCharsets.UTF_8);
  }

  /** It opens nothing any more. */
  public void forget() {
    code = null;
  }

  @Nullable String code() {
    return code;
  }
}
