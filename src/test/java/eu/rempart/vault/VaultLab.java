package eu.rempart.vault;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.db.TestDatabase;
import eu.rempart.home.HomeFolder;
import eu.rempart.vault.answer.Acceptance;
import eu.rempart.vault.answer.Admission;
import eu.rempart.vault.answer.Invitation;
import eu.rempart.vault.answer.SetUpResult;
import eu.rempart.vault.answer.Unlocking;
import eu.rempart.vault.event.SecurityEvent;
import eu.rempart.vault.handle.CurrentVault;
import eu.rempart.vault.handle.VaultHandle;
import eu.rempart.vault.handle.VaultScope;
import eu.rempart.vault.joining.WaitingHandle;
import eu.rempart.vault.key.Pepper;
import eu.rempart.vault.operating.VaultSettings;
import eu.rempart.vault.password.QuickPasswords;
import eu.rempart.vault.password.Stretching;
import eu.rempart.vault.second.FactorDemands;
import eu.rempart.vault.second.SecondFactors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jooq.DSLContext;
import org.springframework.transaction.support.TransactionTemplate;

/** A vault of its own on a database of its own, set up by an administrator. */
final class VaultLab implements AutoCloseable {

  static final String ADMIN_PASSWORD = "a long enough password";

  private final Stretching stretching;
  private final TestDatabase database = new TestDatabase().open();
  private final HomeFolder home = HomeFolder.open(temporary());
  final HandClock clock = new HandClock();
  final List<SecurityEvent> recorded = new CopyOnWriteArrayList<>();
  final List<Object> published = new CopyOnWriteArrayList<>();
  final UUID admin = database.member("ADMINISTRATOR");
  private VaultSessions sessions;
  VaultService vault;
  VaultJoining joining;
  VaultPasskeys passkeys;
  SecondFactors seconds;
  FactorDemands demands;
  Vouching vouching;
  VaultHandle handle;
  RecoveryKit kit;

  VaultLab() {
    this(new Stretching(2, Duration.ofMinutes(2)));
  }

  /**
   * @param stretching what passwords cost
   */
  VaultLab(Stretching stretching) {
    this.stretching = stretching;
    VaultParts parts = parts();
    sessions = parts.sessions();
    vault = new VaultService(parts);
    joining = new VaultJoining(parts);
    passkeys = new VaultPasskeys(parts);
    seconds = parts.seconds();
    demands = parts.demands();
    vouching = new Vouching(parts);
    SetUpResult result = vault.setUp(admin, ADMIN_PASSWORD.toCharArray());
    handle = result.handle();
    kit = result.kit();
  }

  /** One whose passwords cost nothing, for what is not about them. */
  static VaultLab quick() {
    return new VaultLab(QuickPasswords.stretching());
  }

  private static Path temporary() {
    try {
      Path folder = Files.createTempDirectory("rempart-vault");
      folder.toFile().deleteOnExit();
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private VaultParts parts() {
    VaultSettings settings =
        new VaultSettings(Duration.ofMinutes(2), 2, Duration.ofMinutes(2), Duration.ofDays(3));
    return VaultParts.assemble(
        app(),
        new TransactionTemplate(database.transactions()),
        home,
        settings,
        stretching,
        clock,
        recorded::add,
        published::add,
        new CurrentVault(Optional::empty));
  }

  /** The same home folder and database, and nobody is signed in. */
  void restart() {
    VaultParts parts = parts();
    sessions = parts.sessions();
    vault = new VaultService(parts);
    joining = new VaultJoining(parts);
    passkeys = new VaultPasskeys(parts);
    seconds = parts.seconds();
    demands = parts.demands();
    vouching = new Vouching(parts);
  }

  VaultSessions sessions() {
    return sessions;
  }

  Pepper pepper() {
    return Pepper.in(home);
  }

  TransactionTemplate transactions() {
    return new TransactionTemplate(database.transactions());
  }

  DSLContext app() {
    return database.app();
  }

  /** What somebody with the database's owner role does. */
  void sql(String statement, Object... bindings) {
    database.owner().execute(statement, bindings);
  }

  Path keyFile(String name) {
    return home.resolve("keys").resolve(name);
  }

  UUID newMember(String role) {
    return database.member(role);
  }

  Invitation invite(UUID member) {
    return VaultScope.call(handle, () -> joining.invite(member));
  }

  /** A member who has joined with this password. */
  UUID member(String password) {
    UUID id = newMember("MEMBER");
    accept(invite(id), password);
    assertThat(admit(id)).isEqualTo(Admission.ADMITTED);
    return id;
  }

  Acceptance accept(Invitation invitation, String password) {
    return joining.accept(invitation.code(), password.toCharArray());
  }

  /** Whoever waits at a page of this server. */
  WaitingHandle wait(Invitation invitation, String password) {
    return ((Acceptance.Waiting) accept(invitation, password)).handle();
  }

  /** What a session of the administrator does, as the room of accounts has it done. */
  Admission admit(UUID member) {
    return Objects.requireNonNull(transactions().execute(_ -> joining.admit(handle, member)));
  }

  UUID engineer(String password) {
    UUID id = newMember("ENGINEER");
    Invitation invitation = VaultScope.call(handle, () -> joining.inviteEngineer(id));
    accept(invitation, password);
    return id;
  }

  Unlocking signIn(UUID member, String password) {
    return vault.verifyAndUnlock(member, password.toCharArray());
  }

  boolean recordedKind(String kind) {
    return recorded.stream().anyMatch(event -> event.kind().equals(kind));
  }

  @Override
  public void close() {
    vault.lockAll();
    database.close();
    home.close();
  }
}
