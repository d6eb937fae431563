package eu.rempart.vault;

import static eu.rempart.db.sealed.SealedTypes.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.db.sealed.Opened;
import eu.rempart.db.sealed.RecordSealing;
import eu.rempart.db.sealed.SealedColumn;
import eu.rempart.vault.crypto.CryptoException;
import eu.rempart.vault.crypto.Secret;
import eu.rempart.vault.event.Damage;
import eu.rempart.vault.handle.VaultHandle;
import eu.rempart.vault.handle.VaultLease;
import eu.rempart.vault.key.OrganisationKeys;
import eu.rempart.vault.key.VaultId;
import eu.rempart.vault.lock.LockReason;
import eu.rempart.vault.lock.VaultLocked;
import eu.rempart.vault.lock.VaultLockedException;
import eu.rempart.vault.lock.VaultSessionEnded;
import eu.rempart.vault.lock.VaultUnlocked;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class VaultSessionsTest {

  private static final SealedColumn<String> NOTE = new SealedColumn<>("contact", "note", TEXT);
  private static final Duration IDLE = Duration.ofMinutes(15);

  private final HandClock clock = new HandClock();
  private final List<Object> published = new ArrayList<>();
  private final VaultSessions sessions =
      new VaultSessions(clock, published::add, Duration.ofMinutes(2));
  private final VaultId vault = new VaultId(UUID.randomUUID(), 1);
  private final Secret root = Secret.random(32);
  private final UUID zoe = UUID.randomUUID();

  private VaultHandle open() {
    return sessions.open(
        VaultSession.Opener.password(zoe, 1), new OrganisationKeys(vault, root.copy()));
  }

  private RecordSealing record(VaultHandle handle) {
    Damage damage = new Damage(event -> {}, clock);
    return new FieldSealing(sessions.session(handle), "contact", zoe, damage);
  }

  @Test
  void theFirstUnlocksAndTheLastLocksAfterTheLinger() {
    VaultHandle one = open();
    VaultHandle two = open();
    assertThat(published).singleElement().isInstanceOf(VaultUnlocked.class);

    sessions.close(one, LockReason.SIGNED_OUT);
    assertThat(sessions.isUnlocked()).isTrue();
    sessions.close(two, LockReason.SIGNED_OUT);
    assertThat(sessions.isUnlocked()).isFalse();
    sessions.sweep(IDLE);
    assertThat(published).doesNotContain(new VaultLocked());

    clock.forward(Duration.ofMinutes(2));
    sessions.sweep(IDLE);
    sessions.sweep(IDLE);
    assertThat(published).containsOnlyOnce(new VaultLocked());
  }

  @Test
  void whoComesBackInTimeFindsTheIndexStillThere() {
    sessions.close(open(), LockReason.SIGNED_OUT);
    clock.forward(Duration.ofMinutes(1));
    open();
    clock.forward(Duration.ofMinutes(5));
    sessions.sweep(IDLE);
    assertThat(published).doesNotContain(new VaultLocked());
    assertThat(published.stream().filter(VaultUnlocked.class::isInstance)).hasSize(2);
  }

  @Test
  void lockNowDropsEverythingAtOnce() {
    VaultHandle handle = open();
    VaultLease job = sessions.lease(handle);
    sessions.closeAll(LockReason.LOCKED_BY_ADMINISTRATOR);
    assertThat(sessions.isOpen(handle)).isFalse();
    assertThat(sessions.isOpen(job.handle())).isFalse();
    assertThat(published).endsWith(new VaultLocked());
  }

  @Test
  void anIdleHandleIsLockedAndAJobIsNot() {
    VaultHandle idle = open();
    VaultHandle busy = open();
    VaultLease job = sessions.lease(idle);
    clock.forward(IDLE.minusSeconds(1));
    sessions.touch(busy);
    clock.forward(Duration.ofSeconds(1));
    sessions.sweep(IDLE);

    assertThat(sessions.isOpen(idle)).isFalse();
    assertThat(sessions.isOpen(busy)).isTrue();
    assertThat(sessions.isOpen(job.handle())).isTrue();
    assertThat(published).contains(new VaultSessionEnded(idle, zoe, LockReason.IDLE));
    assertThatThrownBy(() -> sessions.touch(idle)).isInstanceOf(VaultLockedException.class);
  }

  @Test
  void aJobKeepsTheVaultUnlockedUntilItEnds() {
    VaultHandle handle = open();
    try (VaultLease job = sessions.lease(handle)) {
      sessions.close(handle, LockReason.SIGNED_OUT);
      assertThat(record(job.handle()).seal(NOTE, "x")).isNotNull();
    }
    assertThat(sessions.isUnlocked()).isFalse();
  }

  @Test
  void theIndexsHandleOpensWhileOthersDoAndKeepsNothingUnlocked() {
    VaultHandle handle = open();
    VaultHandle index = ((VaultUnlocked) published.getFirst()).handle();
    assertThat(record(index).seal(NOTE, "x")).isNotNull();
    sessions.close(handle, LockReason.SIGNED_OUT);
    assertThat(sessions.isUnlocked()).isFalse();
    assertThatThrownBy(() -> record(index)).isInstanceOf(VaultLockedException.class);
  }

  @Test
  void aRecordThatIsHeldOpensNothingOnceItsSessionIsLocked() {
    VaultHandle handle = open();
    RecordSealing record = record(handle);
    byte[] sealed = record.seal(NOTE, "x");
    open();
    sessions.close(handle, LockReason.SIGNED_OUT);
    assertThatThrownBy(() -> record.open(NOTE, sealed)).isInstanceOf(VaultLockedException.class);
    assertThatThrownBy(() -> record.seal(NOTE, "y")).isInstanceOf(VaultLockedException.class);
  }

  @Test
  void whatOneSessionSealedAnotherOpens() {
    byte[] sealed = record(open()).seal(NOTE, "x");
    sessions.closeAll(LockReason.LOCKED_BY_ADMINISTRATOR);
    assertThat(record(open()).open(NOTE, sealed)).isEqualTo(new Opened.Clear<>("x"));
  }

  @Test
  void anotherKeyThanTheOneInMemoryIsRefused() {
    open();
    OrganisationKeys other = new OrganisationKeys(vault, Secret.random(32));
    assertThatThrownBy(() -> sessions.open(VaultSession.Opener.password(zoe, 1), other))
        .isInstanceOf(CryptoException.class);
  }

  @Test
  void aHandleThatWasSerialisedOpensNothing() throws Exception {
    VaultHandle handle = open();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(handle);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(sessions.isOpen((VaultHandle) in.readObject())).isFalse();
    }
  }

  @Test
  void aColumnOfAnotherTableIsTheCallersMistake() {
    RecordSealing record = record(open());
    SealedColumn<String> other = new SealedColumn<>("company", "note", TEXT);
    assertThatThrownBy(() -> record.seal(other, "x")).isInstanceOf(IllegalArgumentException.class);
  }
}
