package eu.rempart.tls;

import java.nio.file.Path;

/**
 * A new certificate and where it lies.
 *
 * @param certificate PEM file, mode 0644: the certificate, then the authority's
 * @param key PEM file with the private key, mode 0600
 */
public record IssuedFiles(CertificateFacts facts, Path certificate, Path key) {}
