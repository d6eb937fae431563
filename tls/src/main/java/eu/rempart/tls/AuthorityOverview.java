package eu.rempart.tls;

import java.util.List;
import java.util.Optional;

/**
 * The own authority and all that it made.
 *
 * @param names for which the authority may issue
 * @param machines the authority for machines that connect, if there is one
 * @param prepared an authority that waits to take over
 * @param issued the oldest first, authorities included
 */
public record AuthorityOverview(
    CertificateFacts authority,
    AuthorityNames names,
    Optional<CertificateFacts> machines,
    Optional<CertificateFacts> server,
    Optional<CertificateFacts> prepared,
    List<IssuedCertificate> issued) {

  public AuthorityOverview {
    issued = List.copyOf(issued);
  }
}
