package eu.rempart.ops.backup.engine;

import eu.rempart.home.HomeFolder;
import eu.rempart.ops.backup.program.BackupFailedException;
import eu.rempart.ops.backup.program.BackupFailedException.Why;
import eu.rempart.ops.backup.program.ProgramRun;
import eu.rempart.ops.backup.program.RunControl;
import eu.rempart.vault.operating.BackupSecret;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * {@code keys} and {@code tls} of the home folder, which pgBackRest does not copy: one sealed file
 * for each server and day beside its repository. Without them a restored database opens for nobody.
 */
final class SealedFiles {

  static final List<String> FOLDERS = List.of("keys", "tls");

  /** It says what this server saw last, which a restored one may not have. */
  private static final String WITNESS = "keys/witness";

  private static final String PLACE = "keys";
  private static final String ENDING = ".sealed";
  private static final int MOST_BYTES = 20_000_000;

  /** Of a sealed file: what is packed, and what sealing adds. */
  private static final int MOST_SEALED = MOST_BYTES + 10_000;

  /** A server that lists more than this is not ours. */
  private static final int MOST_LINES = 10_000;

  private static final int KEPT_DAYS = 14;
  private static final int FORGOTTEN_DAYS = 30;
  private static final Duration DEADLINE = Duration.ofMinutes(2);

  private final HomeFolder home;
  private final BackupFolder folder;
  private final BackupSecret secret;

  SealedFiles(HomeFolder home, BackupFolder folder, BackupSecret secret) {
    this.home = home;
    this.folder = folder;
    this.secret = secret;
  }

  /** Puts those of today there, and forgets those that are older than two weeks. */
  void put(Destination destination, String server, RunControl control) throws IOException {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    byte[] content = secret.seal(use(server, name(server, today)), packed());
    List<String> old = new ArrayList<>();
    for (int days = KEPT_DAYS + 1; days <= FORGOTTEN_DAYS; days++) {
      old.add(name(server, today.minusDays(days)));
    }
    if (destination.address().isHere()) {
      Path there = Files.createDirectories(Path.of(destination.address().folder(), PLACE));
      Path fresh = there.resolve(name(server, today) + ".new");
      Files.write(fresh, content);
      Files.move(fresh, there.resolve(name(server, today)), StandardCopyOption.REPLACE_EXISTING);
      for (String each : old) {
        Files.deleteIfExists(there.resolve(each));
      }
    } else {
      Path sealed = folder.path().resolve("keys-" + destination.place() + ENDING);
      Files.write(sealed, content);
      String there = destination.address().folder() + "/" + PLACE;
      String name = there + "/" + name(server, today);
      List<String> lines = new ArrayList<>();
      lines.add("-mkdir " + there);
      lines.add("put %s %s.new".formatted(quoted(sealed), name));
      lines.add("-rm " + name);
      lines.add("rename %s.new %s".formatted(name, name));
      old.forEach(each -> lines.add("-rm %s/%s".formatted(there, each)));
      try {
        sftp(destination, lines, control);
      } finally {
        Files.deleteIfExists(sealed);
      }
    }
  }

  /**
   * Looks whether the latest of a server opens: without them its database opens for nobody. Where
   * others are here since, these are put there.
   *
   * @throws BackupFailedException if there is none, or it is not what was written
   */
  void check(Destination destination, String server, RunControl control) throws IOException {
    if (!lie(destination, server, control)) {
      put(destination, server, control);
      if (!lie(destination, server, control)) {
        throw new BackupFailedException(
            Why.DAMAGED, "keys at the destination that look newer are not those of this server");
      }
    }
  }

  /** Whether those of now lie there. */
  private boolean lie(Destination destination, String server, RunControl control)
      throws IOException {
    byte[] opened =
        latest(folder, destination, server, control)
            .open(secret, server)
            .orElseThrow(
                () ->
                    new BackupFailedException(
                        Why.DAMAGED, "the sealed keys at the destination are damaged"));
    return unpacked(opened).equals(unpacked(packed()));
  }

  /**
   * Writes the latest of a server into a home folder.
   *
   * @throws BackupFailedException if there is none, or another secret sealed it
   */
  static void restore(
      BackupFolder folder,
      BackupSecret secret,
      Destination destination,
      String server,
      Path home,
      RunControl control)
      throws IOException {
    byte[] opened =
        latest(folder, destination, server, control)
            .open(secret, server)
            .orElseThrow(
                () ->
                    new BackupFailedException(
                        Why.PASSPHRASE, "another secret sealed the keys that lie there"));
    unpack(opened, home);
  }

  /** A file as it lies there. */
  private record Sealed(String name, byte[] content) {

    /** Under another name it opens for nobody, unless it was sealed before names were bound. */
    Optional<byte[]> open(BackupSecret secret, String server) {
      return secret.open(use(server, name), content).or(() -> secret.open(use(server), content));
    }
  }

  private static Sealed latest(
      BackupFolder folder, Destination destination, String server, RunControl control)
      throws IOException {
    if (destination.address().isHere()) {
      Path there = Path.of(destination.address().folder(), PLACE);
      if (!Files.isDirectory(there)) {
        throw nothing(server);
      }
      try (Stream<Path> all = Files.list(there)) {
        List<String> names = all.map(each -> String.valueOf(each.getFileName())).toList();
        String name = latest(names, server);
        return new Sealed(name, bounded(there.resolve(name)));
      }
    }
    String there = destination.address().folder() + "/" + PLACE;
    List<String> names =
        sftp(folder, destination, List.of("ls -1 " + there), control).stream()
            .map(line -> line.substring(line.lastIndexOf('/') + 1))
            .toList();
    String name = latest(names, server);
    Path fetched = folder.path().resolve("fetched" + ENDING);
    try {
      try {
        sftp(
            folder,
            destination,
            List.of("get %s/%s %s".formatted(there, name, quoted(fetched))),
            control);
      } catch (BackupFailedException e) {
        if (Files.exists(fetched) && Files.size(fetched) >= MOST_SEALED) {
          throw tooLarge();
        }
        throw e;
      }
      return new Sealed(name, bounded(fetched));
    } finally {
      Files.deleteIfExists(fetched);
    }
  }

  private static byte[] bounded(Path file) throws IOException {
    if (Files.size(file) >= MOST_SEALED) {
      throw tooLarge();
    }
    return Files.readAllBytes(file);
  }

  private static BackupFailedException tooLarge() {
    return new BackupFailedException(
        Why.DAMAGED, "the sealed keys at the destination are larger than any that were put there");
  }

  /**
   * What a clock that was ahead once put there comes after nothing; but where there is nothing
   * else, it is the clock here that is wrong, as that of a new machine may be.
   */
  private static String latest(List<String> names, String server) throws IOException {
    String tomorrow = name(server, LocalDate.now(ZoneOffset.UTC).plusDays(1));
    List<String> all =
        names.stream()
            .filter(each -> each.matches("\\Q" + server + "\\E-[0-9]{8}" + "\\.sealed"))
            .sorted()
            .toList();
    return all.stream()
        .filter(each -> each.compareTo(tomorrow) <= 0)
        .max(String::compareTo)
        .or(() -> all.stream().max(String::compareTo))
        .orElseThrow(() -> nothing(server));
  }

  /** As sftp reads a name in which there may be blanks. */
  static String quoted(Path path) {
    return '"' + path.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static IOException nothing(String server) {
    return new IOException("there are no keys of \"%s\" at the destination".formatted(server));
  }

  private static String name(String server, LocalDate day) {
    return server + "-" + day.format(DateTimeFormatter.BASIC_ISO_DATE) + ENDING;
  }

  private static String use(String server) {
    return "keys of " + server;
  }

  private static String use(String server, String name) {
    return use(server) + " in " + name;
  }

  private void sftp(Destination destination, List<String> lines, RunControl control)
      throws IOException {
    var _ = sftp(folder, destination, lines, control);
  }

  /**
   * Has sftp do these lines at a destination.
   *
   * @return what it said
   * @throws BackupFailedException if one of them fails that has no hyphen before it
   */
  static List<String> sftp(
      BackupFolder folder, Destination destination, List<String> lines, RunControl control)
      throws IOException {
    Path batch = folder.path().resolve("sftp-" + destination.place());
    Files.write(batch, lines, StandardCharsets.UTF_8);
    List<String> said = new ArrayList<>();
    control.require(
        new ProgramRun(
            List.of(
                // whatever size a server says, it may send more
                "prlimit",
                "--fsize=" + MOST_SEALED,
                "sftp",
                "-F",
                folder.ssh().toString(),
                "-b",
                batch.toString(),
                ProgramFiles.sshName(destination)),
            Map.of(),
            DEADLINE),
        line -> {
          if (said.size() < MOST_LINES) {
            said.add(line);
          }
        });
    return said;
  }

  private byte[] packed() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String each : FOLDERS) {
        try (Stream<Path> all = Files.walk(home.folder(each))) {
          for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
            String name = home.path().relativize(file).toString();
            if (!name.equals(WITNESS)) {
              zip.putNextEntry(new ZipEntry(name));
              Files.copy(file, zip);
            }
          }
        }
      }
    }
    if (bytes.size() > MOST_BYTES) {
      throw new IOException("keys and certificates have %d bytes".formatted(bytes.size()));
    }
    return bytes.toByteArray();
  }

  private static void unpack(byte[] packed, Path home) throws IOException {
    Map<String, ByteBuffer> files = unpacked(packed);
    for (Map.Entry<String, ByteBuffer> each : files.entrySet()) {
      Path file = home.resolve(each.getKey()).normalize();
      if (!file.startsWith(home)) {
        throw new IOException("a file would lie outside of the home folder");
      }
      Files.createDirectories(
          file.resolveSibling(""),
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      Files.write(file, each.getValue().array());
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
  }

  private static Map<String, ByteBuffer> unpacked(byte[] packed) throws IOException {
    Map<String, ByteBuffer> files = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(packed))) {
      for (ZipEntry each = zip.getNextEntry(); each != null; each = zip.getNextEntry()) {
        files.put(each.getName(), ByteBuffer.wrap(zip.readAllBytes()));
      }
    }
    return files;
  }
}
