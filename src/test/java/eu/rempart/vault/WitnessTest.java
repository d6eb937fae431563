package eu.rempart.vault;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.home.HomeFolder;
import eu.rempart.vault.event.SecurityEvent;
import eu.rempart.vault.key.Pepper;
import eu.rempart.vault.key.VaultId;
import eu.rempart.vault.key.Witness;
import eu.rempart.vault.key.Witnessed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server remembers, and that an operator can have it forget while it runs. */
class WitnessTest {

  private static final UUID MEMBER = UUID.randomUUID();
  private static final VaultId VAULT = new VaultId(UUID.randomUUID(), 1);
  private static final byte[] CHECK = {1, 2, 3};

  @TempDir private Path folder;

  private final List<SecurityEvent> recorded = new ArrayList<>();

  @Test
  void remembersAcrossStarts() {
    try (HomeFolder home = HomeFolder.open(folder)) {
      witness(home);
      Witness again = new Witness(home, Pepper.in(home), recorded::add);
      assertThat(again.newest(Witnessed.MEMBER, MEMBER)).isEqualTo(3);
      assertThat(again.ledger()).isEqualTo(40);
    }
  }

  /** After a copy was promoted that lacks what was acknowledged last. */
  @Test
  void fileThatWasTakenAwayIsForgottenAtOnce() throws Exception {
    try (HomeFolder home = HomeFolder.open(folder)) {
      Witness witness = witness(home);

      Files.delete(folder.resolve("keys/witness"));
      witness.sawLedger(30);

      assertThat(witness.ledger()).isEqualTo(30);
      assertThat(witness.newest(Witnessed.MEMBER, MEMBER)).isZero();
      assertThat(witness.newest(Witnessed.ROLE, MEMBER)).isZero();
      assertThat(witness.vault().orElseThrow().matches(VAULT, CHECK)).isTrue();
      assertThat(new Witness(home, Pepper.in(home), recorded::add).ledger()).isEqualTo(30);
      assertThat(recorded)
          .extracting(SecurityEvent::kind)
          .containsExactly("vault.witness.forgotten");
    }
  }

  /** A link that leads to itself is no file, and not known to be none. */
  @Test
  void nothingIsForgottenWhereTheFileCannotBeLookedFor() throws Exception {
    try (HomeFolder home = HomeFolder.open(folder)) {
      Witness witness = witness(home);
      Path keys = folder.resolve("keys");
      Files.move(keys, folder.resolve("elsewhere"));
      assertRemembersAll(witness);

      Files.createSymbolicLink(keys, keys);
      assertRemembersAll(witness);

      Files.delete(keys);
      Files.move(folder.resolve("elsewhere"), keys);
      Files.delete(keys.resolve("witness"));
      Files.createSymbolicLink(keys.resolve("witness"), keys.resolve("witness"));
      assertRemembersAll(witness);
    }
  }

  private void assertRemembersAll(Witness witness) {
    assertThat(witness.ledger()).isEqualTo(40);
    assertThat(witness.newest(Witnessed.MEMBER, MEMBER)).isEqualTo(3);
    assertThat(witness.newest(Witnessed.ROLE, MEMBER)).isEqualTo(2);
    assertThat(recorded).isEmpty();
  }

  private Witness witness(HomeFolder home) {
    Pepper pepper = Pepper.in(home);
    pepper.keep();
    Witness witness = new Witness(home, pepper, recorded::add);
    witness.sawVault(VAULT, CHECK);
    witness.saw(Witnessed.MEMBER, MEMBER, 3);
    witness.saw(Witnessed.ROLE, MEMBER, 2);
    witness.sawLedger(40);
    return witness;
  }
}
