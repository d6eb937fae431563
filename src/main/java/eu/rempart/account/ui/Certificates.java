package eu.rempart.account.ui;

import static eu.rempart.shell.text.Texts.t;

import eu.rempart.account.SecurityService;
import eu.rempart.shell.text.Formats;
import eu.rempart.tls.CertificateFacts;

/** The certificates in use, as facts. */
final class Certificates {

  private Certificates() {}

  static void addTo(Facts facts, SecurityService service) {
    service
        .certificates()
        .ifPresent(
            status -> {
              facts.with(t("account.certificate.server"), words(status.server()));
              status
                  .authority()
                  .ifPresent(own -> facts.with(t("account.certificate.authority"), words(own)));
            });
  }

  private static String words(CertificateFacts certificate) {
    return t("account.certificate.until", Formats.dateTime(certificate.validUntil()));
  }
}
