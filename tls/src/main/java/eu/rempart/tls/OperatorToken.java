package eu.rempart.tls;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The operator's own certificate whose private key lies in a token (PKCS#11), such as a hardware
 * security module, and never leaves it. The token must hold the certificate of the key too, under
 * the same CKA_ID.
 *
 * @param library the token maker's PKCS#11 library
 * @param slot number of the slot; empty if the label tells
 * @param tokenLabel CKA label of the token; empty if the slot tells
 * @param pinFile file with the user's PIN in its first line, readable by nobody else
 * @param keyLabel CKA_LABEL of the private key
 * @param chain PEM file with the chain; empty if the token holds the whole of it
 */
public record OperatorToken(
    Path library,
    OptionalLong slot,
    Optional<String> tokenLabel,
    Path pinFile,
    String keyLabel,
    Optional<Path> chain)
    implements OperatorCertificate {}
