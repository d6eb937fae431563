package eu.rempart.vault;

import static eu.rempart.db.sealed.SealedTypes.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.db.TestDatabase;
import eu.rempart.db.sealed.Opened;
import eu.rempart.db.sealed.SealedColumn;
import eu.rempart.db.sealed.Sealing;
import eu.rempart.home.HomeFolder;
import eu.rempart.vault.handle.VaultContext;
import eu.rempart.vault.handle.VaultHandle;
import eu.rempart.vault.handle.VaultScope;
import eu.rempart.vault.lock.VaultLockedException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;

class VaultConfigurationTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  @TempDir private static Path folder;

  private final AtomicReference<@Nullable VaultHandle> signedIn = new AtomicReference<>();

  private AnnotationConfigApplicationContext start(HomeFolder home) {
    AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    context.registerBean(DSLContext.class, database::app);
    context.registerBean(PlatformTransactionManager.class, database::transactions);
    context.registerBean(HomeFolder.class, () -> home);
    context.registerBean(VaultContext.class, () -> () -> Optional.ofNullable(signedIn.get()));
    context.register(VaultConfiguration.class);
    context.refresh();
    return context;
  }

  @Test
  void theSealingOfTheApplicationGoesByWhoeverIsSignedIn() {
    SealedColumn<String> note = new SealedColumn<>("contact", "note", TEXT);
    UUID id = UUID.randomUUID();
    VaultHandle handle;
    VaultService vault;
    try (HomeFolder home = HomeFolder.open(folder);
        AnnotationConfigApplicationContext context = start(home)) {
      vault = context.getBean(VaultService.class);
      Sealing sealing = context.getBean(Sealing.class);
      handle =
          vault
              .setUp(database.member("ADMINISTRATOR"), "a long enough password".toCharArray())
              .handle();
      assertThatThrownBy(() -> sealing.of("contact", id)).isInstanceOf(VaultLockedException.class);

      byte[] sealed = VaultScope.call(handle, () -> sealing.of("contact", id).seal(note, "x"));
      signedIn.set(handle);
      assertThat(sealing.of("contact", id).open(note, sealed)).isEqualTo(new Opened.Clear<>("x"));
      assertThat(vault.facts().linger()).isEqualTo(Duration.ofMinutes(2));
    }
    assertThat(vault.isOpen(handle)).as("after the server stopped").isFalse();
  }

  @Test
  void startForgetsWhatExpiredInvitationsAdmit() {
    UUID member = database.member("MEMBER");
    UUID invitation = UUID.randomUUID();
    database
        .owner()
        .execute(
            """
            INSERT INTO invitation (id, member_id, code_hash, code_proof, key_version,
              admission_key, epoch, created_by, created_at, expires_at)
            VALUES (?, ?, '\\x01', '\\x02', 1, '\\x03', 1, ?, now() - interval '4 days',
              now() - interval '1 day')
            """,
            invitation,
            member,
            member);
    try (HomeFolder home = HomeFolder.open(folder.resolve("other"));
        AnnotationConfigApplicationContext _ = start(home)) {
      assertThat(
              database
                  .app()
                  .fetchSingle("SELECT admission_key FROM invitation WHERE id = ?", invitation)
                  .get(0))
          .isNull();
    }
  }
}
