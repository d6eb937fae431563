package eu.rempart.exchange.run;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.SignedInMember;
import eu.rempart.account.acting.WorkApart;
import eu.rempart.db.Claims;
import eu.rempart.vault.handle.VaultLease;
import eu.rempart.vault.handle.VaultScope;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Where imports and their undoing run, apart from whoever started them. */
@Component
final class ImportThreads {

  private static final String IMPORT = "import";

  private final Claims claims;
  private final CurrentMember current;
  private final WorkApart apart;

  ImportThreads(Claims claims, CurrentMember current, WorkApart apart) {
    this.claims = claims;
    this.current = current;
    this.apart = apart;
  }

  /**
   * Both lock what they change until they end, and two imports of the same people at once would
   * bring everybody twice: one at a time, on all servers together. To be given back with {@link
   * #release}.
   *
   * @throws ImportBusyException while somebody else has it
   */
  void claim() {
    if (!claims.take(IMPORT)) {
      throw new ImportBusyException();
    }
  }

  void release() {
    claims.giveBack(IMPORT);
  }

  /** Runs the work on a thread of its own, for whoever is signed in here, with a key of its own. */
  void start(Consumer<VaultLease> work) {
    apart.start(IMPORT, work);
  }

  /** Runs the work on a thread of its own, for whom this thread works, with the same key. */
  Thread beside(Runnable work) {
    SignedInMember member = current.get();
    Runnable unlocked = VaultScope.carried(work);
    return Thread.ofPlatform().name("import-ahead").start(() -> current.runAs(member, unlocked));
  }
}
