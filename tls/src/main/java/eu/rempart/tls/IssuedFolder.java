package eu.rempart.tls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The index of what was issued: one PEM file for each certificate, named by its serial number. A
 * revoked one says so in a line before the PEM block, where PEM allows any text (RFC 7468, 2).
 */
final class IssuedFolder {
  private static final String ENDING = ".pem";
  private static final Pattern REVOKED = Pattern.compile("(?m)^Revoked: *(\\S*) *(\\S*)");

  private final Path folder;

  record Entry(X509Certificate certificate, Optional<Revocation> revocation) {
    String serial() {
      return CertificateFacts.serial(certificate);
    }
  }

  IssuedFolder(Path folder) {
    this.folder = folder;
  }

  /** All that can be read, the oldest first; a damaged file is passed over. */
  List<Entry> all() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(ENDING))
          .flatMap(file -> read(file).stream())
          .sorted(
              Comparator.<Entry, Instant>comparing(it -> it.certificate.getNotBefore().toInstant())
                  .thenComparing(Entry::serial))
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException("Can't read the folder " + folder, failure);
    }
  }

  /** Empty if no such certificate was issued. */
  Optional<Entry> find(String serial) {
    return all().stream().filter(entry -> entry.serial().equals(serial)).findFirst();
  }

  /** Adds a certificate unless it is there already. */
  void add(X509Certificate certificate) {
    if (find(CertificateFacts.serial(certificate)).isEmpty()) {
      write(new Entry(certificate, Optional.empty()));
    }
  }

  void revoke(X509Certificate certificate, Revocation revocation) {
    write(new Entry(certificate, Optional.of(revocation)));
  }

  private void write(Entry entry) {
    String revoked =
        entry
            .revocation
            .map(it -> "Revoked: " + it.at() + " " + it.reason().name() + "\n")
            .orElse("");
    Path file = folder.resolve(entry.serial() + ENDING);
    try {
      Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(TlsFolder.FOLDER));
      AtomicFile.write(file, AtomicFile.PUBLIC, revoked + PemText.write(entry.certificate));
    } catch (IOException failure) {
      throw new UncheckedIOException("Can't write " + file, failure);
    }
  }

  private static Optional<Entry> read(Path file) {
    String text;
    try {
      text = Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException failure) {
      throw new UncheckedIOException("Can't read " + file, failure);
    }
    return PemText.firstCertificate(text).map(it -> new Entry(it, revocation(text)));
  }

  private static Optional<Revocation> revocation(String text) {
    Matcher line = REVOKED.matcher(text);
    if (!line.find()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Revocation(Instant.parse(line.group(1)), Revocation.Reason.valueOf(line.group(2))));
    } catch (DateTimeParseException | IllegalArgumentException edited) {
      // Somebody changed the line: better revoked at an odd time than valid again.
      return Optional.of(new Revocation(Instant.EPOCH, Revocation.Reason.UNSPECIFIED));
    }
  }
}
