package eu.rempart.edge.authority;

import eu.rempart.common.command.CommandArguments;
import eu.rempart.common.command.CommandTexts;
import eu.rempart.common.command.WrongCallException;
import eu.rempart.tls.AuthorityRefusedException;
import eu.rempart.tls.CertificateAuthority;
import eu.rempart.tls.CertificateRefusedException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.time.Clock;
import java.util.Map;
import java.util.Set;

/** {@code ./rempart ca}. */
public final class AuthorityCommand {
  private static final int DONE = 0;
  private static final int REFUSED = 1;
  private static final int WRONG_CALL = 2;

  private static final Set<String> WITH_VALUE =
      Set.of("--home", "--name", "--out", "--reason", "--for");

  private final CommandTexts words;
  private final PrintStream out;
  private final PrintStream err;

  public AuthorityCommand(Map<String, String> environment, PrintStream out, PrintStream err) {
    this.words = CommandTexts.of("authority", environment);
    this.out = out;
    this.err = err;
  }

  /**
   * @param arguments {@code --home DIR}, a verb, and its options
   */
  public static void main(String[] arguments) {
    // Not the terminal's encoding: it is ASCII where LANG is C, which is no language's fault.
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    System.exit(new AuthorityCommand(System.getenv(), out, err).run(arguments));
  }

  /** Runs one call and gives its exit code: 0 done, 1 refused, 2 called wrongly. */
  public int run(String... given) {
    try {
      CommandArguments arguments = CommandArguments.of(words, "authority.call.", WITH_VALUE, given);
      Path home = Path.of(arguments.value("--home").orElse("data")).toAbsolutePath();
      run(arguments, home);
      return DONE;
    } catch (WrongCallException wrong) {
      err.println(wrong.getMessage());
      err.println(words.t("authority.call.help"));
      return WRONG_CALL;
    } catch (AuthorityRefusedException refused) {
      String code = refused.reason().code();
      err.println(words.t("authority.refused." + code, refused.subject()) + " (" + code + ")");
      return REFUSED;
    } catch (CertificateRefusedException sealed) {
      err.println(sealed.getMessage());
      return REFUSED;
    } catch (OtherAccountException other) {
      err.println(words.t("authority.refused.other-account", other.folder(), other.owner()));
      return REFUSED;
    } catch (UnusableFolderException unusable) {
      String code = AuthorityRefusedException.Reason.FOLDER_UNUSABLE.code();
      err.println(words.t("authority.refused." + code, unusable.folder()) + " (" + code + ")");
      return REFUSED;
    } catch (UncheckedIOException failure) {
      err.println(
          words.t(
                  "authority.refused.files",
                  String.valueOf(failure.getMessage()),
                  String.valueOf(failure.getCause()))
              + " (ca-files)");
      return REFUSED;
    }
  }

  private void run(CommandArguments arguments, Path home) {
    CertificateAuthority authority = CertificateAuthority.in(home);
    switch (arguments.word(0).orElse("")) {
      case "show" -> {
        arguments.allow(words, 1);
        if (runsWithOperatorsCertificate(home)) {
          out.println(words.t("authority.show.operator") + "\n");
        }
        new ShowAuthority(words, out, Clock.systemUTC()).show(authority.overview());
      }
      case "issue" -> {
        requireOwner(home);
        new IssueCertificate(words, out, authority).run(arguments);
      }
      case "renew" -> {
        requireOwner(home);
        new RenewCertificate(words, out, authority).run(arguments);
      }
      case "revoke" -> {
        requireOwner(home);
        new RevokeCertificate(words, out, authority).run(arguments);
      }
      case "export" -> new ExportAuthority(words, out, authority).run(arguments);
      default -> throw new WrongCallException(words.t("authority.call.verb"));
    }
  }

  /** The running product, or the last that ran, names an authority only where it uses its own. */
  private static boolean runsWithOperatorsCertificate(Path home) {
    Path info = home.resolve("run/info.properties");
    try {
      return Files.exists(info) && !Files.readString(info).contains("ca_certificate=");
    } catch (IOException failure) {
      throw new UncheckedIOException("Can't read " + info, failure);
    }
  }

  /** Files that another account wrote could not be read by the product. */
  private static void requireOwner(Path home) {
    Path folder = home.resolve("tls");
    if (!Files.isDirectory(folder)) {
      return; // the authority says that there is none
    }
    try {
      UserPrincipal owner = Files.getOwner(folder);
      // A name would not do: an account in a container may have none.
      Path own = Files.createTempFile("rempart", "");
      boolean other = !owner.equals(Files.getOwner(own));
      Files.delete(own);
      if (other) {
        throw new OtherAccountException(folder, owner.getName());
      }
    } catch (IOException failure) {
      throw new UncheckedIOException("Can't look at " + folder, failure);
    }
  }
}
