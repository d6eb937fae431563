package eu.rempart.vault;

import eu.rempart.vault.crypto.Binding;
import eu.rempart.vault.crypto.Hkdf;
import eu.rempart.vault.crypto.Hmac;
import eu.rempart.vault.crypto.Secret;
import eu.rempart.vault.key.OrganisationKeys;
import eu.rempart.vault.key.VaultId;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.digests.SHAKEDigest;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;

/**
 * Every value of a dump that is not in clear, tried under every key that some secrets give. Labels
 * come from the program's own classes, and what a value is bound to need not be known: it is
 * decrypted without its tag, and what comes out is compared with what a dump has of keys.
 */
final class StolenBytes {

  private static final Pattern HEX = Pattern.compile("\\\\\\\\x([0-9a-f]+)");
  private static final Pattern LABEL = Pattern.compile("rempart [0-9] [a-z -]+");
  private static final int KEY = 32;
  private static final int NONCE = 12;
  private static final int TAG = 16;

  /** Of a public key, whose last part is one of X25519. */
  private static final int XWING = 1216;

  /** A sealed value that is longer holds more than a pair of keys. */
  private static final int LONGEST = 128;

  /** Of programs before this one. */
  private static final List<String> FORMER =
      List.of("rempart 1 code wrap", "rempart 2 code wrap", "rempart 1 invitation wrap");

  private final VaultId vault;
  private final byte[] checkValue;
  private final List<byte[]> values;
  private final Set<ByteBuffer> known = new TreeSet<>();
  private final Set<ByteBuffer> publicHalves = new TreeSet<>();
  private final List<String> labels;

  /**
   * @param dump as {@code pg_dump} writes it
   */
  StolenBytes(VaultId vault, byte[] checkValue, Path dump) throws IOException {
    this.vault = vault;
    this.checkValue = checkValue.clone();
    try (Stream<String> lines = Files.lines(dump)) {
      values =
          lines
              .flatMap(line -> HEX.matcher(line).results())
              .map(found -> found.group(1))
              .filter(digits -> digits.length() % 2 == 0)
              .distinct()
              .map(HexFormat.of()::parseHex)
              .filter(value -> value.length <= LONGEST || value.length == XWING)
              .toList();
    }
    values.stream().filter(value -> value.length == KEY).map(ByteBuffer::wrap).forEach(known::add);
    values.stream()
        .filter(value -> value.length == XWING)
        .map(value -> ByteBuffer.wrap(value, XWING - KEY, KEY).slice())
        .forEach(publicHalves::add);
    labels = labels();
  }

  /** How many different values the dump has. */
  int size() {
    return values.size();
  }

  List<String> labelsTried() {
    return labels;
  }

  private static List<String> labels() throws IOException {
    Set<String> found = new TreeSet<>(FORMER);
    try (Stream<Path> classes = Files.walk(program().resolve("eu/rempart"))) {
      for (Path each : classes.filter(file -> file.toString().endsWith(".class")).toList()) {
        LABEL
            .matcher(Files.readString(each, StandardCharsets.ISO_8859_1))
            .results()
            .forEach(label -> found.add(label.group()));
      }
    }
    return List.copyOf(found);
  }

  private static Path program() {
    try {
      return Path.of(
          VaultService.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What the secrets open; empty if nothing. */
  Set<String> openedWith(List<byte[]> secrets) {
    Set<ByteBuffer> keys = new TreeSet<>();
    secrets.forEach(secret -> keys.add(ByteBuffer.wrap(secret)));
    Set<ByteBuffer> once = derived(keys, secrets);
    keys.addAll(once);
    // a key of the dump itself might be one that nobody meant to keep there
    keys.addAll(known);
    Set<String> found = new ConcurrentSkipListSet<>();
    keys.parallelStream().map(ByteBuffer::array).forEach(key -> tryKey(key, values, found));
    // by two steps there are many: what a code and the pepper gave together opened keys once
    List<byte[]> sealedKeys = values.stream().filter(StolenBytes::isSealedKey).toList();
    mixed(once, secrets).parallelStream()
        .map(ByteBuffer::array)
        .forEach(key -> tryKey(key, sealedKeys, found));
    // and millions of others: of those only what would open all
    derived(once, List.of()).parallelStream()
        .map(ByteBuffer::array)
        .forEach(key -> isRoot(key, "a key derived twice", found));
    return found;
  }

  /** Whether a value is as long as one or two sealed keys. */
  private static boolean isSealedKey(byte[] value) {
    return value.length == 1 + NONCE + KEY + TAG || value.length == 1 + NONCE + 2 * KEY + TAG;
  }

  /** What the pepper makes of each key, as it does for members and once did for invitations. */
  private Set<ByteBuffer> mixed(Set<ByteBuffer> keys, List<byte[]> secrets) {
    Set<ByteBuffer> made = new ConcurrentSkipListSet<>();
    keys.parallelStream()
        .map(ByteBuffer::array)
        .forEach(
            key ->
                labels.forEach(
                    label -> {
                      byte[] info = Binding.of(label).and(key).bytes();
                      secrets.forEach(
                          secret ->
                              made.add(ByteBuffer.wrap(Hmac.of(Secret.owning(secret), info))));
                    }));
    return made;
  }

  /** All that one label makes of a key, alone or together with one of the secrets. */
  private Set<ByteBuffer> derived(Set<ByteBuffer> keys, List<byte[]> secrets) {
    Set<ByteBuffer> made = new ConcurrentSkipListSet<>();
    keys.parallelStream()
        .map(ByteBuffer::array)
        .forEach(
            key -> {
              Secret secret = Secret.owning(key);
              for (String label : labels) {
                byte[] info = Binding.of(label).bytes();
                add(made, Hkdf.derive(secret, info));
                add(made, Hkdf.expand(secret, info));
                for (byte[] other : secrets) {
                  byte[] both = Binding.of(label).and(other).bytes();
                  made.add(ByteBuffer.wrap(Hmac.of(secret, both)));
                  byte[] turned = Binding.of(label).and(key).bytes();
                  made.add(ByteBuffer.wrap(Hmac.of(Secret.owning(other), turned)));
                }
              }
            });
    return made;
  }

  private static void add(Set<ByteBuffer> all, Secret key) {
    all.add(ByteBuffer.wrap(key.getEncoded()));
  }

  private void tryKey(byte[] key, List<byte[]> tried, Set<String> found) {
    isRoot(key, "a derived key", found);
    isPrivateKey(key, "a derived key", found);
    if (key.length != KEY) {
      return;
    }
    for (byte[] value : tried) {
      if (value.length >= 1 + NONCE + KEY && value[0] == 1) {
        byte[] first = Arrays.copyOf(decrypted(key, value), KEY);
        isRoot(first, "a value of the dump", found);
      }
    }
  }

  private void isRoot(byte[] key, String what, Set<String> found) {
    if (key.length == KEY
        && Arrays.equals(OrganisationKeys.checkValue(vault, Secret.owning(key)), checkValue)) {
      found.add(what + " is the organisation's key");
    }
  }

  private void isPrivateKey(byte[] key, String what, Set<String> found) {
    if (key.length != KEY) {
      return;
    }
    // X-Wing makes its two private keys of a seed; that of X25519 is the last 32 of 96 bytes
    byte[] seeded = new byte[3 * KEY];
    SHAKEDigest shake = new SHAKEDigest(256);
    shake.update(key, 0, KEY);
    shake.doFinal(seeded, 0, seeded.length);
    if (publicHalves.contains(publicKey(seeded, 2 * KEY)) || known.contains(publicKey(key, 0))) {
      found.add(what + " is a member's private key");
    }
  }

  private static ByteBuffer publicKey(byte[] bytes, int from) {
    return ByteBuffer.wrap(
        new X25519PrivateKeyParameters(bytes, from).generatePublicKey().getEncoded());
  }

  /** As AES-GCM does it, whatever the value was bound to: what is sealed begins at byte 13. */
  private static byte[] decrypted(byte[] key, byte[] value) {
    try {
      Cipher counter = Cipher.getInstance("AES/CTR/NoPadding");
      byte[] start = Arrays.copyOf(Arrays.copyOfRange(value, 1, 1 + NONCE), 16);
      start[15] = 2;
      counter.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(start));
      return counter.doFinal(value, 1 + NONCE, KEY);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES is not available", e);
    }
  }
}
