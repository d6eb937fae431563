package eu.rempart.vault.handle;

import java.io.Serializable;

/**
 * The right to use the organisation's key on this server, for as long as it is unlocked. Only this
 * very object counts: it has no content, a copy that went through serialisation opens nothing, and
 * it never prints. Two handles are equal only if they are the same object.
 */
public final class VaultHandle implements Serializable {

  private static final long serialVersionUID = 1L;

  /** One that opens nothing: the vault knows those that it made itself. */
  public VaultHandle() {}

  @Override
  public String toString() {
    return "";
  }
}
