package eu.rempart.tls;

import java.util.Optional;

/**
 * A certificate that the own authority made, itself included.
 *
 * @param isOfFormerAuthority signed by a key that the authority has no more: trusted by nobody who
 *     trusts the present one alone
 * @param isInUse the authority or the server certificate of this installation
 */
public record IssuedCertificate(
    CertificateFacts facts,
    Purpose purpose,
    Optional<Revocation> revocation,
    boolean isOfFormerAuthority,
    boolean isInUse) {

  /** Whether somebody has carried it to another machine, rather than this server having made it. */
  public boolean isForAnotherMachine() {
    return purpose != Purpose.AUTHORITY && !facts.subject().equals("CN=" + Issuer.OWN_SERVER);
  }
}
