package eu.rempart.tls.serve;

/**
 * What does the cryptography, for people to see.
 *
 * @param engine {@code BoringSSL} or {@code JDK}
 * @param signer the provider of the signatures
 * @param postQuantum whether X25519MLKEM768 is offered
 */
public record EdgeEngine(String engine, String signer, boolean postQuantum) {}
