package eu.rempart.watch.result;

import eu.rempart.watch.check.Band;
import eu.rempart.watch.check.Check;
import eu.rempart.watch.check.CheckId;
import eu.rempart.watch.check.CheckKind;
import eu.rempart.watch.check.Level;
import eu.rempart.watch.check.Rules;
import eu.rempart.watch.check.Target;
import eu.rempart.watch.check.Zone;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What an installation watches from its first start: the four factors, of itself. Names are those
 * of protocols and parts, which are the same in all languages.
 */
final class DefaultChecks {

  private static final Duration REMOTE = Duration.ofMinutes(1);
  private static final Duration CERTIFICATE = Duration.ofMinutes(30);

  private final CheckRepository checks;
  private final TransactionTemplate transactions;

  DefaultChecks(CheckRepository checks, TransactionTemplate transactions) {
    this.checks = checks;
    this.transactions = transactions;
  }

  /**
   * Makes them if there never was a check, all of them or none; of several nodes that start at
   * once, one.
   *
   * @param page at which people reach the installation
   */
  void prepare(Target.Remote page, Instant now) {
    transactions.executeWithoutResult(
        _ -> {
          checks.lockFirst();
          if (checks.none()) {
            make(page, now);
          }
        });
  }

  private void make(Target.Remote page, Instant now) {
    Stream.of(
            check("TCP", CheckKind.SERVER, page, REMOTE, true),
            check("HTTPS", CheckKind.HTTPS, page, CERTIFICATE, true),
            check("Web", CheckKind.PAGE, page, REMOTE, true),
            check("CPU", CheckKind.LEVEL, new Target.Own(Level.CPU), REMOTE, false),
            check("RAM", CheckKind.LEVEL, new Target.Own(Level.MEMORY), REMOTE, false),
            check("Disk", CheckKind.LEVEL, new Target.Own(Level.DISK), REMOTE, false),
            check("PostgreSQL", CheckKind.LEVEL, new Target.Own(Level.DATABASE), REMOTE, false))
        .forEach(check -> checks.insert(check, now, null));
  }

  private static Check check(
      String name, CheckKind kind, Target target, Duration period, boolean shown) {
    Rules rules = new Rules(kind == CheckKind.LEVEL ? 5 : 2, 2, 1, List.of(Zone.HOME), period);
    Band band = new Band(kind.usualLimit(), kind.usualClear());
    return new Check(
        new CheckId(UUID.randomUUID()), 0, name, kind, target, band, rules, true, shown, true);
  }
}
