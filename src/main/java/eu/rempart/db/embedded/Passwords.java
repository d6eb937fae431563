package eu.rempart.db.embedded;

import eu.rempart.home.HomeFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Generated database passwords, 160 random bits in hexadecimal, one file each below {@code keys}.
 */
public final class Passwords {

  private static final SecureRandom RANDOM = new SecureRandom();

  private Passwords() {}

  /** The password kept under this name; made at the first call. */
  public static String of(HomeFolder home, String name) {
    Path file = home.folder("keys").resolve(name);
    try {
      if (!Files.exists(file)) {
        byte[] bytes = new byte[20];
        RANDOM.nextBytes(bytes);
        home.write(
            "keys/" + name, HexFormat.of().formatHex(bytes).getBytes(StandardCharsets.US_ASCII));
      }
      return Files.readString(file, StandardCharsets.US_ASCII).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("the password file %s can't be read".formatted(file), e);
    }
  }
}
