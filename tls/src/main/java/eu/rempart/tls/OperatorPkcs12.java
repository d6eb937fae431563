package eu.rempart.tls;

import java.nio.file.Path;

/**
 * The operator's own certificate in one PKCS#12 file (RFC 7292).
 *
 * @param file holds one private key and its whole chain
 * @param passphrase opens the file
 */
public record OperatorPkcs12(Path file, Passphrase passphrase)
    implements OperatorCertificate.InFiles {}
