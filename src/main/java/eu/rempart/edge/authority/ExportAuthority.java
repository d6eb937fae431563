package eu.rempart.edge.authority;

import eu.rempart.common.command.CommandArguments;
import eu.rempart.common.command.CommandTexts;
import eu.rempart.common.command.WrongCallException;
import eu.rempart.tls.CertificateAuthority;
import eu.rempart.tls.TrustFile;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** Writes the authority's certificate for the devices of people, and says how they take it. */
final class ExportAuthority {
  private final CommandTexts words;
  private final PrintStream out;
  private final CertificateAuthority authority;

  ExportAuthority(CommandTexts words, PrintStream out, CertificateAuthority authority) {
    this.words = words;
    this.out = out;
    this.authority = authority;
  }

  void run(CommandArguments arguments) {
    arguments.allow(words, 1, "--for", "--next", "--out");
    boolean next = arguments.has("--next");
    TrustFile trust = authority.trustFile(next);
    String stem = next ? "rempart-authority-next" : "rempart-authority";
    String device = arguments.value("--for").orElse("browser");
    Path folder = made(arguments.out());
    switch (device) {
      case "browser" ->
          write(folder.resolve(stem + ".pem"), trust.pem(), "authority.export.browser");
      case "iphone" ->
          write(
              folder.resolve(stem + ".mobileconfig"),
              trust.appleProfile(),
              "authority.export.iphone");
      case "android" ->
          write(folder.resolve(stem + ".crt"), trust.der(), "authority.export.android");
      case "windows" ->
          write(folder.resolve(stem + ".crt"), trust.der(), "authority.export.windows");
      default -> throw new WrongCallException(words.t("authority.call.device", device));
    }
    out.println();
    out.println(words.t("authority.export.compare"));
    out.println("  " + trust.facts().sha256());
  }

  /** A folder that is missing is made, as it is for certificates. */
  private Path made(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException unusable) {
      throw new UnusableFolderException(folder, unusable);
    }
  }

  /** The same content again is no harm; another file of this name is somebody's. */
  private void write(Path file, byte[] content, String instructions) {
    try {
      Files.write(file, content, StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException present) {
      refuseIfOther(file, content);
    } catch (IOException failure) {
      throw new UncheckedIOException("Can't write " + file, failure);
    }
    out.println(file);
    out.println();
    out.println(words.t(instructions));
  }

  private void refuseIfOther(Path file, byte[] content) {
    try {
      if (!Arrays.equals(Files.readAllBytes(file), content)) {
        throw new WrongCallException(words.t("authority.call.exists", file));
      }
    } catch (IOException failure) {
      throw new UncheckedIOException("Can't read " + file, failure);
    }
  }
}
