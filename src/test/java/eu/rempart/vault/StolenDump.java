package eu.rempart.vault;

import eu.rempart.home.HomeFolder;
import eu.rempart.vault.answer.Acceptance;
import eu.rempart.vault.answer.Entrance;
import eu.rempart.vault.answer.Unlocking;
import eu.rempart.vault.crypto.Aead;
import eu.rempart.vault.crypto.Binding;
import eu.rempart.vault.crypto.CodeText;
import eu.rempart.vault.crypto.Hkdf;
import eu.rempart.vault.crypto.Hmac;
import eu.rempart.vault.crypto.Secret;
import eu.rempart.vault.handle.CurrentVault;
import eu.rempart.vault.handle.VaultHandle;
import eu.rempart.vault.key.MemberKey;
import eu.rempart.vault.key.Pepper;
import eu.rempart.vault.key.VaultId;
import eu.rempart.vault.key.VaultRepository;
import eu.rempart.vault.operating.VaultSettings;
import eu.rempart.vault.password.Stretching;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A thief who has a dump of the running product, an invitation's link, the pepper, and the
 * product's own classes: starts them on a copy of the database, which obeys.
 */
public final class StolenDump {

  private static final String PASSWORD = "what the thief would like";
  private static final int CODE = 16;
  private static final int CHECKSUM = 4;

  private final Path dump;
  private final DSLContext copy;
  private final byte[] pepper;
  private final VaultService vault;
  private final VaultJoining joining;
  private final VaultSessions sessions;
  private final Pepper ours;
  private final VaultId id;
  private final byte[] checkValue;

  /**
   * @param database the dump, brought into a server of the thief's
   * @param home an empty folder
   */
  public StolenDump(Path dump, DataSource database, byte[] pepper, Path home) throws IOException {
    this.dump = dump;
    this.pepper = pepper.clone();
    copy = DSL.using(new TransactionAwareDataSourceProxy(database), SQLDialect.POSTGRES);
    Files.createDirectories(home.resolve("keys"));
    Files.write(home.resolve("keys/pepper"), pepper);
    VaultParts parts =
        VaultParts.assemble(
            copy,
            new TransactionTemplate(new DataSourceTransactionManager(database)),
            HomeFolder.open(home),
            new VaultSettings(Duration.ofMinutes(2), 2, Duration.ofMinutes(2), Duration.ofDays(3)),
            new Stretching(2, Duration.ofMinutes(2)),
            Clock.systemUTC(),
            _ -> {},
            _ -> {},
            new CurrentVault(Optional::empty));
    vault = new VaultService(parts);
    joining = new VaultJoining(parts);
    sessions = parts.sessions();
    ours = parts.pepper();
    Record row = copy.fetchSingle("SELECT id, epoch, key_check FROM vault");
    id = new VaultId(row.get(0, UUID.class), row.get(1, Integer.class));
    checkValue = row.get(2, byte[].class);
  }

  /** All that the thief gets open with this link; empty if nothing. */
  public Set<String> openedWith(String link) throws IOException {
    byte[] code = code(link);
    StolenBytes bytes = new StolenBytes(id, checkValue, dump);
    if (bytes.size() < 50 || bytes.labelsTried().size() < 30) {
      throw new IllegalStateException(
          "%d values and %d labels, expected more"
              .formatted(bytes.size(), bytes.labelsTried().size()));
    }
    Set<String> found = new TreeSet<>(bytes.openedWith(List.of(code, pepper)));
    found.addAll(join(link));
    return found;
  }

  /** Invites themselves with the link, in a database that brings back whatever they like. */
  private Set<String> join(String link) {
    Set<String> found = new TreeSet<>();
    Secret auth = Hkdf.derive(Secret.owning(code(link)), Binding.of("rempart 1 code auth").bytes());
    UUID member =
        new InvitationRepository(copy).byCode(ours.codeHash(auth)).orElseThrow().memberId();
    List<MemberKey.Wrap> theirs = wraps();
    copy.execute("DELETE FROM waiting_key WHERE member_id = ?", member);
    copy.execute("DELETE FROM member_key WHERE member_id = ?", member);
    copy.execute(
        "UPDATE invitation SET used_at = NULL, revoked_at = NULL WHERE member_id = ?", member);
    if (joining.accept(typed(link), PASSWORD.toCharArray())
        instanceof Acceptance.Waiting(var _, var handle)) {
      if (joining.enter(handle) instanceof Entrance.Entered) {
        found.add("who waits is let in by nobody");
      }
      MemberKey chosen = new InvitationRepository(copy).waiting(member).orElseThrow().chosen();
      copy.execute("DELETE FROM waiting_key WHERE member_id = ?", member);
      theirs.forEach(each -> found.addAll(signIn(chosen, each)));
      if (joining.enter(handle) instanceof Entrance.Entered) {
        found.add("a wrap for somebody else lets in who waited");
      }
    }
    return found;
  }

  /** The thief's own key with what was wrapped for somebody else. */
  private Set<String> signIn(MemberKey chosen, MemberKey.Wrap theirs) {
    MemberKey.Wrap own = Objects.requireNonNull(chosen.wrap());
    MemberKey.Wrap mixed =
        new MemberKey.Wrap(
            own.publicKey(),
            own.sealedPrivateKey(),
            theirs.publicKeyMac(),
            theirs.epoch(),
            theirs.orgKeyWrap());
    copy.execute("DELETE FROM member_key WHERE member_id = ?", chosen.memberId());
    new VaultRepository(copy)
        .save(
            new MemberKey(
                chosen.memberId(),
                chosen.version(),
                chosen.cost(),
                chosen.salt(),
                chosen.verifier(),
                mixed),
            0);
    return vault.verifyAndUnlock(chosen.memberId(), PASSWORD.toCharArray())
            instanceof Unlocking.Unlocked
        ? Set.of("the thief's password opens a wrap for somebody else")
        : Set.of();
  }

  private List<MemberKey.Wrap> wraps() {
    return copy.fetch("SELECT member_id FROM member_key WHERE org_key_wrap IS NOT NULL").stream()
        .map(row -> new VaultRepository(copy).memberKey(row.get(0, UUID.class)).orElseThrow())
        .map(key -> Objects.requireNonNull(key.wrap()))
        .toList();
  }

  /**
   * The same thief with a link as links were until decision 0258, which carried the key: what shows
   * that this program would find one.
   *
   * @param member who opens the vault with this password
   */
  public Set<String> openedIfLinkCarriedTheKey(String link, UUID member, String password)
      throws IOException {
    if (!(vault.verifyAndUnlock(member, password.toCharArray())
        instanceof Unlocking.Unlocked(VaultHandle handle))) {
      throw new IllegalStateException("the password opens nothing in the copy");
    }
    Secret ofCode =
        Hkdf.derive(Secret.owning(code(link)), Binding.of("rempart 1 code wrap").bytes());
    byte[] label = Binding.of("rempart 2 code wrap").and(ofCode.getEncoded()).bytes();
    byte[] carried =
        Aead.seal(
            Secret.owning(Hmac.of(Secret.owning(pepper.clone()), label)),
            sessions.session(handle).keys().root().getEncoded(),
            Binding.of("all that the invitation said").bytes());
    Path former = dump.resolveSibling("former.sql");
    Files.writeString(former, "\\\\x" + HexFormat.of().formatHex(carried) + "\n");
    return new StolenBytes(id, checkValue, former).openedWith(List.of(code(link), pepper));
  }

  private static byte[] code(String link) {
    return CodeText.read(typed(link), CODE, CHECKSUM).orElseThrow();
  }

  private static String typed(String link) {
    String fragment = link.substring(link.indexOf('#') + 1);
    return fragment.contains(".") ? fragment.substring(0, fragment.indexOf('.')) : fragment;
  }
}
