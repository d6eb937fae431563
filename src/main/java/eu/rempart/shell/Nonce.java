package eu.rempart.shell;

/** What inline scripts and styles of an answer carry, so that the browser takes them. */
public final class Nonce {

  /** Request attribute with the nonce, 128 random bits in base64. */
  public static final String ATTRIBUTE = "eu.rempart.nonce";

  private Nonce() {}
}
