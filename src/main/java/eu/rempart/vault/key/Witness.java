package eu.rempart.vault.key;

import eu.rempart.home.HomeFolder;
import eu.rempart.vault.event.SecurityEvent;
import eu.rempart.vault.event.SecurityEvent.Severity;
import eu.rempart.vault.event.SecurityEvents;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What this server has seen of the vault, in {@code HOME/keys/witness}: which vault and key, the
 * newest version of each member's key and role, which versions were refused, and how long the
 * ledger was. A database that brings back former rows (an old password, a suspended member, a used
 * invitation, a role that was taken away) contradicts it. See decision 0010 for what it cannot see.
 * Where an operator takes the file away while Rempart runs, as {@code ./rempart site promote} does,
 * the versions of the database count from then on, which is recorded. Thread safe.
 */
public final class Witness {

  private static final Logger log = LoggerFactory.getLogger(Witness.class);
  private static final String HEAD = "rempart witness 1";
  private static final HexFormat HEX = HexFormat.of();

  /** For the ten one-time codes of a version. */
  private static final int USED_BITS = 10;

  /** The vault, its epoch, and the check value of its key. */
  @SuppressWarnings("ArrayRecordComponent") // compared by matches alone
  public record Seen(VaultId vault, byte[] checkValue) {
    public boolean matches(VaultId other, byte[] otherCheck) {
      return vault.equals(other) && MessageDigest.isEqual(checkValue, otherCheck);
    }
  }

  private static Map<Witnessed, Map<UUID, Integer>> nothing() {
    Map<Witnessed, Map<UUID, Integer>> all = new EnumMap<>(Witnessed.class);
    Arrays.stream(Witnessed.values()).forEach(kind -> all.put(kind, new TreeMap<>()));
    return all;
  }

  private Map<UUID, Integer> of(Witnessed kind) {
    return Objects.requireNonNull(newest.get(kind));
  }

  private final HomeFolder home;
  private final Path folder;
  private final Path file;
  private final Pepper pepper;
  private final SecurityEvents events;
  private final Map<Witnessed, Map<UUID, Integer>> newest = nothing();
  private long ledger;
  private @Nullable Seen seen;
  private boolean unread;
  private boolean written;

  public Witness(HomeFolder home, Pepper pepper, SecurityEvents events) {
    this.events = events;
    this.home = home;
    this.folder = home.folder("keys");
    this.file = folder.resolve("witness");
    this.pepper = pepper;
    if (Files.exists(file)) {
      if (pepper.isKept()) {
        read();
      } else {
        unread = true;
      }
    }
  }

  /**
   * Reads what could not be read while the pepper was lost.
   *
   * @throws IllegalStateException if the file is damaged
   */
  public synchronized void readAgain() {
    if (unread) {
      read();
      unread = false;
    }
  }

  /** Whether this server has never seen a vault. */
  public synchronized boolean isEmpty() {
    return seen == null && !unread;
  }

  public synchronized Optional<Seen> vault() {
    return Optional.ofNullable(seen);
  }

  /** The newest version of something; 0 if none was seen. */
  public synchronized int newest(Witnessed what, UUID of) {
    forgetIfTakenAway();
    return of(what).getOrDefault(of, 0);
  }

  public synchronized void saw(Witnessed what, UUID of, int version) {
    if (newest(what, of) < version) {
      of(what).put(of, version);
      write();
    }
  }

  /** The newest version of a member's one-time codes; 0 if none was seen. */
  public synchronized int newestCodes(UUID memberId) {
    return newest(Witnessed.CODES, memberId) >> USED_BITS;
  }

  public synchronized void sawCodes(UUID memberId, int version) {
    saw(Witnessed.CODES, memberId, version << USED_BITS);
  }

  /**
   * A one-time code is used.
   *
   * @param position 0 to 9
   * @return false if it was used before
   */
  public synchronized boolean usedCode(UUID memberId, int version, int position) {
    int known = Math.max(newest(Witnessed.CODES, memberId), version << USED_BITS);
    int now = known | 1 << position;
    if (known >> USED_BITS != version || known == now) {
      return false;
    }
    saw(Witnessed.CODES, memberId, now);
    return true;
  }

  /** The number of the last row of the ledger that was sealed. */
  public synchronized long ledger() {
    forgetIfTakenAway();
    return ledger;
  }

  public synchronized void sawLedger(long seq) {
    if (ledger() < seq) {
      ledger = seq;
      write();
    }
  }

  public synchronized void sawVault(VaultId vault, byte[] checkValue) {
    if (seen == null || !seen.matches(vault, checkValue)) {
      seen = new Seen(vault, checkValue.clone());
      write();
    }
  }

  /**
   * The vault itself stays known: another one in its place is never trusted. Nothing is forgotten
   * where the file can't be looked for, or what is forgotten can't be written down.
   */
  private void forgetIfTakenAway() {
    if (written && Files.isDirectory(folder) && Files.notExists(file)) {
      write(nothing(), 0);
      newest.values().forEach(Map::clear);
      ledger = 0;
      log.warn("{} was taken away: the versions that the database shows count from now on", file);
      events.record(SecurityEvent.of("vault.witness.forgotten", Severity.WARNING));
    }
  }

  private void write() {
    write(newest, ledger);
  }

  private void write(Map<Witnessed, Map<UUID, Integer>> versions, long rows) {
    StringBuilder text = new StringBuilder(HEAD).append('\n');
    if (seen != null) {
      text.append(
          "vault %s %d %s\n"
              .formatted(
                  seen.vault().id(), seen.vault().epoch(), HEX.formatHex(seen.checkValue())));
    }
    versions.forEach(
        (kind, all) ->
            all.forEach(
                (id, version) -> text.append("%s %s %d\n".formatted(kind.word(), id, version))));
    text.append("ledger %d\n".formatted(rows));
    String mac = HEX.formatHex(pepper.fileMac(text.toString().getBytes(StandardCharsets.UTF_8)));
    home.write("keys/witness", (text + "mac " + mac + "\n").getBytes(StandardCharsets.UTF_8));
    written = true;
  }

  private void read() {
    try {
      String whole = Files.readString(file);
      int end = whole.lastIndexOf("mac ");
      String text = whole.substring(0, Math.max(end, 0));
      byte[] mac = HEX.parseHex(whole.substring(Math.max(end, 0)).replace("mac ", "").strip());
      if (!MessageDigest.isEqual(mac, pepper.fileMac(text.getBytes(StandardCharsets.UTF_8)))) {
        throw damaged();
      }
      text.lines().skip(1).map(line -> line.split(" ", -1)).forEach(this::read);
      written = true;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    } catch (IllegalArgumentException e) {
      throw damaged();
    }
  }

  private void read(String[] words) {
    switch (words[0]) {
      case "vault" ->
          seen =
              new Seen(
                  new VaultId(UUID.fromString(words[1]), Integer.parseInt(words[2])),
                  HEX.parseHex(words[3]));
      case "ledger" -> ledger = Long.parseLong(words[1]);
      default -> of(kind(words[0])).put(UUID.fromString(words[1]), Integer.parseInt(words[2]));
    }
  }

  private Witnessed kind(String word) {
    return Arrays.stream(Witnessed.values())
        .filter(kind -> kind.word().equals(word))
        .findFirst()
        .orElseThrow(this::damaged);
  }

  private IllegalStateException damaged() {
    return new IllegalStateException(
        file
            + " is damaged, or the pepper beside it is not the one that it was written with:"
            + " put both back from a backup; or remove the pepper and bring it back with the"
            + " recovery kit; or remove this file (the server then trusts the versions that the"
            + " database shows)");
  }
}
