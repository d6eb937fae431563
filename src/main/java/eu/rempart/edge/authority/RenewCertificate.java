package eu.rempart.edge.authority;

import eu.rempart.common.command.CommandArguments;
import eu.rempart.common.command.CommandTexts;
import eu.rempart.common.command.WrongCallException;
import eu.rempart.tls.CertificateAuthority;
import eu.rempart.tls.CertificateFacts;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;

/** Renews the server's certificate, or the authority, and says what people must do then. */
final class RenewCertificate {
  private final CommandTexts words;
  private final PrintStream out;
  private final CertificateAuthority authority;

  RenewCertificate(CommandTexts words, PrintStream out, CertificateAuthority authority) {
    this.words = words;
    this.out = out;
    this.authority = authority;
  }

  void run(CommandArguments arguments) {
    arguments.allow(words, 1, "--authority", "--new-key", "--switch", "--name");
    boolean newKey = arguments.has("--new-key");
    boolean takeOver = arguments.has("--switch");
    boolean alone = !arguments.has("--authority") && (newKey || takeOver);
    if (alone || (newKey && takeOver) || (arguments.has("--name") && !newKey)) {
      throw new WrongCallException(words.t("authority.call.renew"));
    }
    if (newKey) {
      prepare(arguments.all("--name"));
    } else if (takeOver) {
      takeOver();
    } else if (arguments.has("--authority")) {
      renewAuthority();
    } else {
      CertificateFacts renewed = authority.renewServer();
      out.println(
          words.t(
              "authority.renew.server", renewed.serial(), CommandTexts.day(renewed.validUntil())));
    }
  }

  private void renewAuthority() {
    Instant former = authority.overview().authority().validUntil();
    CertificateFacts renewed = authority.renewAuthority();
    out.println(
        words.t(
            "authority.renew.authority",
            renewed.sha256(),
            CommandTexts.day(renewed.validUntil()),
            CommandTexts.day(former)));
  }

  private void prepare(List<String> further) {
    CertificateFacts next = authority.prepareNextAuthority(further);
    out.println(words.t("authority.renew.prepared", next.subject(), next.sha256()));
    print(authority.endingWithTheAuthority(), "authority.renew.machines-later");
  }

  private void takeOver() {
    CertificateFacts former = authority.overview().authority();
    List<CertificateFacts> machines = authority.endingWithTheAuthority();
    CertificateFacts next = authority.switchToNextAuthority();
    out.println(words.t("authority.renew.switched", next.subject(), former.subject()));
    print(machines, "authority.renew.machines");
  }

  /** Other machines' certificates, which end with the former authority. */
  private void print(List<CertificateFacts> machines, String title) {
    if (!machines.isEmpty()) {
      out.println(words.t(title));
      machines.forEach(
          it -> out.println("  " + String.join(", ", it.names()) + "  " + it.serial()));
    }
  }
}
