package eu.rempart.vault;

import static eu.rempart.db.sealed.SealedTypes.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.db.sealed.Opened;
import eu.rempart.db.sealed.Openings;
import eu.rempart.db.sealed.RecordSealing;
import eu.rempart.db.sealed.SealedColumn;
import eu.rempart.db.sealed.Sealing;
import eu.rempart.vault.handle.CurrentVault;
import eu.rempart.vault.handle.VaultScope;
import eu.rempart.vault.lock.VaultLockedException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CurrentSealingTest {

  private static final SealedColumn<String> NOTE = new SealedColumn<>("contact", "note", TEXT);

  @Test
  void aPageOpensOnSeveralThreadsByTheKeyOfWhoeverAskedForIt() {
    try (VaultLab lab = new VaultLab()) {
      check(lab);
    }
  }

  private static void check(VaultLab lab) {
    Sealing sealing = new CurrentSealing(lab.vault, new CurrentVault(Optional::empty));
    List<UUID> ids = Stream.generate(UUID::randomUUID).limit(200).toList();
    List<UUID> there = ids.subList(1, ids.size());
    Map<UUID, UUID> rows = new HashMap<>();
    there.forEach(id -> rows.put(id, id));
    Set<Thread> openers = ConcurrentHashMap.newKeySet();

    assertThatThrownBy(() -> page(sealing, ids, rows, openers))
        .as("nobody is signed in")
        .isInstanceOf(VaultLockedException.class);
    // on a busy machine the caller may be done before a second thread starts, but not each time
    for (int i = 0; i < 100 && openers.size() < 2; i++) {
      assertThat(VaultScope.call(lab.handle, () -> page(sealing, ids, rows, openers)))
          .isEqualTo(there.stream().map(id -> new Opened.Clear<>(id.toString())).toList());
    }
    assertThat(openers).hasSizeGreaterThan(1);

    lab.vault.lock(lab.handle);
    assertThatThrownBy(() -> VaultScope.call(lab.handle, () -> page(sealing, ids, rows, openers)))
        .isInstanceOf(VaultLockedException.class);
  }

  private static List<Opened<String>> page(
      Sealing sealing, List<UUID> ids, Map<UUID, UUID> rows, Set<Thread> openers) {
    return Openings.inOrder(
        ids,
        rows,
        sealing,
        id -> {
          openers.add(Thread.currentThread());
          RecordSealing own = sealing.of("contact", id);
          return own.open(NOTE, own.seal(NOTE, id.toString()));
        });
  }
}
