package eu.rempart.edge.authority;

import eu.rempart.common.command.CommandArguments;
import eu.rempart.common.command.CommandTexts;
import eu.rempart.common.command.WrongCallException;
import eu.rempart.tls.CertificateAuthority;
import eu.rempart.tls.IssuedFiles;
import eu.rempart.tls.Purpose;
import java.io.PrintStream;
import java.util.List;

/** Issues a certificate for another machine, with a key of its own. */
final class IssueCertificate {
  private final CommandTexts words;
  private final PrintStream out;
  private final CertificateAuthority authority;

  IssueCertificate(CommandTexts words, PrintStream out, CertificateAuthority authority) {
    this.words = words;
    this.out = out;
    this.authority = authority;
  }

  void run(CommandArguments arguments) {
    arguments.allow(words, 1, "--name", "--client", "--out");
    List<String> names = arguments.all("--name");
    if (names.isEmpty()) {
      throw new WrongCallException(words.t("authority.call.name"));
    }
    boolean client = arguments.has("--client");
    IssuedFiles files =
        authority.issue(client ? Purpose.CLIENT : Purpose.SERVER, names, arguments.out());
    String until = CommandTexts.day(files.facts().validUntil());
    out.println(
        client
            ? words.t("authority.issue.client", files.facts().serial(), until)
            : words.t("authority.issue.server", files.facts().serial(), until));
    out.println("  " + files.certificate());
    out.println("  " + files.key());
    if (client) {
      out.println(words.t("authority.issue.nodes"));
    }
    out.println(words.t("authority.issue.secret"));
  }
}
