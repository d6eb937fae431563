package eu.rempart.tls;

import eu.rempart.tls.CertificateRefusedException.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;

/** Reads a file that the operator brought, or says what is wrong with it. */
final class OperatorFile {
  /** In bytes; a chain has a few kilobytes. */
  private static final long LARGEST_FILE = 1 << 20;

  private static final Set<PosixFilePermission> EXPOSING =
      Set.of(
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE,
          PosixFilePermission.GROUP_WRITE);

  private OperatorFile() {}

  /** All certificates of a PEM file, at least one, in its order. */
  static List<X509Certificate> certificates(Path file) {
    List<X509Certificate> chain;
    try {
      chain = PemText.certificates(pemEntries(file));
    } catch (IOException damaged) {
      throw new CertificateRefusedException(
          Reason.NOT_PEM, file, "a certificate in this file is damaged");
    }
    if (chain.isEmpty()) {
      throw new CertificateRefusedException(
          Reason.NO_CERTIFICATE, file, "there is no certificate in this file");
    }
    return chain;
  }

  static List<Object> pemEntries(Path file) {
    String text = text(file);
    if (!text.contains("-----BEGIN ")) {
      throw new CertificateRefusedException(
          Reason.NOT_PEM,
          file,
          "this isn't a PEM file: no line starts with -----BEGIN; a PKCS#12 file must be named"
              + " .p12 or .pfx");
    }
    try {
      return PemText.entries(text);
    } catch (IOException damaged) {
      throw new CertificateRefusedException(
          Reason.NOT_PEM, file, "a PEM block in this file is damaged");
    }
  }

  private static String text(Path file) {
    // Bytes outside of the blocks are comments in any encoding; Latin-1 takes them all.
    String text = new String(bytes(file), StandardCharsets.ISO_8859_1);
    return text.startsWith("\u00ef\u00bb\u00bf") ? text.substring(3) : text;
  }

  static byte[] bytes(Path file) {
    try {
      if (Files.size(file) > LARGEST_FILE) {
        throw new CertificateRefusedException(
            Reason.NOT_PEM, file, "this file is larger than " + LARGEST_FILE + " bytes");
      }
      return Files.readAllBytes(file);
    } catch (NoSuchFileException missing) {
      throw new CertificateRefusedException(Reason.FILE_MISSING, file, "there is no such file");
    } catch (IOException unreadable) {
      throw new CertificateRefusedException(
          Reason.FILE_UNREADABLE, file, "this file can't be read by the server's user");
    }
  }

  /** For files that hold a secret. */
  static void refuseIfMissingOrExposed(Path file) {
    try {
      if (Files.getPosixFilePermissions(file).stream().anyMatch(EXPOSING::contains)) {
        throw new CertificateRefusedException(
            Reason.KEY_FILE_EXPOSED,
            file,
            "other users can read or change this file, which holds a secret; set its mode to 600 or"
                + " 640");
      }
    } catch (NoSuchFileException missing) {
      throw new CertificateRefusedException(Reason.FILE_MISSING, file, "there is no such file");
    } catch (IOException unreadable) {
      throw new CertificateRefusedException(
          Reason.FILE_UNREADABLE, file, "the mode of this file can't be read");
    }
  }
}
