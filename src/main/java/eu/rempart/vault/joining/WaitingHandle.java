package eu.rempart.vault.joining;

import java.io.Serializable;

/**
 * Somebody who chose a password and waits on this server. Only this very object counts, as with
 * {@link eu.rempart.vault.handle.VaultHandle}: it has no content and never prints.
 */
public final class WaitingHandle implements Serializable {

  private static final long serialVersionUID = 1L;

  WaitingHandle() {}

  @Override
  public String toString() {
    return "";
  }
}
