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
import java.util.Locale;
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

  /** Of what the newest version is remembered. */
  private enum Kind {
    /** Members' keys. */
    MEMBER,
    ROLE,
    /** Members' keys with which nobody joins any more. */
    REFUSED,
    /** Passkeys that are dead: of a member all up to this one, or a single one. */
    PASSKEY,
    /** Passkeys that were made here, dead or not. */
    ISSUED,
    /** What members are asked for beside the password. */
    FACTOR,
    /** Members' one-time codes: their version, and below it a bit for each that was used. */
    CODES,
    /** Which roles are asked for a second factor. */
    DEMAND;

    /** As the file names it. */
    private String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static Map<Kind, Map<UUID, Integer>> nothing() {
    Map<Kind, Map<UUID, Integer>> all = new EnumMap<>(Kind.class);
    Arrays.stream(Kind.values()).forEach(kind -> all.put(kind, new TreeMap<>()));
    return all;
  }

  private int newest(Kind kind, UUID id) {
    forgetIfTakenAway();
    return of(kind).getOrDefault(id, 0);
  }

  private void saw(Kind kind, UUID id, int version) {
    if (newest(kind, id) < version) {
      of(kind).put(id, version);
      write();
    }
  }

  private Map<UUID, Integer> of(Kind kind) {
    return Objects.requireNonNull(newest.get(kind));
  }

  private final HomeFolder home;
  private final Path folder;
  private final Path file;
  private final Pepper pepper;
  private final SecurityEvents events;
  private final Map<Kind, Map<UUID, Integer>> newest = nothing();
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

  /** The newest version of this member's role; 0 if none was seen. */
  public synchronized int newestRole(UUID memberId) {
    return newest(Kind.ROLE, memberId);
  }

  public synchronized void sawRole(UUID memberId, int version) {
    saw(Kind.ROLE, memberId, version);
  }

  /**
   * The newest version of this member's key that nobody joins with any more; 0 if none. A key that
   * they have already is as good as it was.
   */
  public synchronized int newestRefused(UUID memberId) {
    return newest(Kind.REFUSED, memberId);
  }

  public synchronized void sawRefused(UUID memberId, int version) {
    saw(Kind.REFUSED, memberId, version);
  }

  /**
   * The newest version that is dead of a member's passkeys, or of one passkey; 0 if none is.
   *
   * @param of a member or a passkey
   */
  public synchronized int newestPasskey(UUID of) {
    return newest(Kind.PASSKEY, of);
  }

  public synchronized void sawPasskey(UUID of, int version) {
    saw(Kind.PASSKEY, of, version);
  }

  /** The newest version that a passkey of this member was made with here; 0 if none was. */
  public synchronized int newestIssued(UUID memberId) {
    return newest(Kind.ISSUED, memberId);
  }

  public synchronized void issuedPasskey(UUID memberId, int version) {
    saw(Kind.ISSUED, memberId, version);
  }

  /** The newest version of what a member is asked for beside the password; 0 if none was seen. */
  public synchronized int newestFactor(UUID memberId) {
    return newest(Kind.FACTOR, memberId);
  }

  public synchronized void sawFactor(UUID memberId, int version) {
    saw(Kind.FACTOR, memberId, version);
  }

  /** The newest version of a member's one-time codes; 0 if none was seen. */
  public synchronized int newestCodes(UUID memberId) {
    return newest(Kind.CODES, memberId) >> USED_BITS;
  }

  public synchronized void sawCodes(UUID memberId, int version) {
    saw(Kind.CODES, memberId, version << USED_BITS);
  }

  /**
   * A one-time code is used.
   *
   * @param position 0 to 9
   * @return false if it was used before
   */
  public synchronized boolean usedCode(UUID memberId, int version, int position) {
    int known = Math.max(newest(Kind.CODES, memberId), version << USED_BITS);
    int now = known | 1 << position;
    if (known >> USED_BITS != version || known == now) {
      return false;
    }
    saw(Kind.CODES, memberId, now);
    return true;
  }

  /** The newest version of what roles are asked for; 0 if none was seen. */
  public synchronized int newestDemand(UUID of) {
    return newest(Kind.DEMAND, of);
  }

  public synchronized void sawDemand(UUID of, int version) {
    saw(Kind.DEMAND, of, version);
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

  /**
   * The newest version of this member’s key that was seen; 0 if none. A lower one is a former one.
   */
  public synchronized int newestVersion(UUID memberId) {
    return newest(Kind.MEMBER, memberId);
  }

  public synchronized void sawVault(VaultId vault, byte[] checkValue) {
    if (seen == null || !seen.matches(vault, checkValue)) {
      seen = new Seen(vault, checkValue.clone());
      write();
    }
  }

  public synchronized void sawVersion(UUID memberId, int version) {
    saw(Kind.MEMBER, memberId, version);
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

  private void write(Map<Kind, Map<UUID, Integer>> versions, long rows) {
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

  private Kind kind(String word) {
    return Arrays.stream(Kind.values())
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
