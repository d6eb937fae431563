package eu.rempart.edge.authority;

import eu.rempart.common.command.CommandArguments;
import eu.rempart.common.command.CommandTexts;
import eu.rempart.common.command.WrongCallException;
import eu.rempart.tls.CertificateAuthority;
import eu.rempart.tls.CertificateFacts;
import eu.rempart.tls.Revocation;
import java.io.PrintStream;

/** Revokes a certificate. */
final class RevokeCertificate {
  private final CommandTexts words;
  private final PrintStream out;
  private final CertificateAuthority authority;

  RevokeCertificate(CommandTexts words, PrintStream out, CertificateAuthority authority) {
    this.words = words;
    this.out = out;
    this.authority = authority;
  }

  void run(CommandArguments arguments) {
    arguments.allow(words, 2, "--reason");
    String which =
        arguments
            .word(1)
            .orElseThrow(() -> new WrongCallException(words.t("authority.call.which")));
    CertificateFacts revoked =
        authority.revoke(which, reason(arguments.value("--reason").orElse("")));
    out.println(words.t("authority.revoke.done", revoked.subject(), revoked.serial()));
  }

  private Revocation.Reason reason(String word) {
    return switch (word) {
      case "" -> Revocation.Reason.UNSPECIFIED;
      case "stolen" -> Revocation.Reason.KEY_COMPROMISE;
      case "replaced" -> Revocation.Reason.SUPERSEDED;
      case "retired" -> Revocation.Reason.CESSATION_OF_OPERATION;
      default -> throw new WrongCallException(words.t("authority.call.reason", word));
    };
  }
}
