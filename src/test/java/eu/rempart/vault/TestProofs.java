package eu.rempart.vault;

import eu.rempart.vault.handle.VaultHandle;
import eu.rempart.vault.proof.SessionProof;
import java.time.Instant;
import org.springframework.context.ApplicationContext;

/** When a password was typed, as tests want it. */
public final class TestProofs {

  private TestProofs() {}

  /** It was typed in this session a moment ago. */
  public static void renew(ApplicationContext application, VaultHandle handle) {
    session(application, handle).prove(Instant.now());
  }

  /** It was typed in this session so long ago that dangerous acts ask for it. */
  public static void age(ApplicationContext application, VaultHandle handle) {
    session(application, handle).prove(Instant.now().minus(SessionProof.LIFE));
  }

  private static VaultSession session(ApplicationContext application, VaultHandle handle) {
    return application.getBean(VaultParts.class).sessions().session(handle);
  }
}
