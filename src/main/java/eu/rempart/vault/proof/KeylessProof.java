package eu.rempart.vault.proof;

/** The fresh proof of somebody who is signed in and holds no key: of an engineer. */
@FunctionalInterface
public interface KeylessProof {

  /** Whether whoever acts on this thread typed their password within {@link SessionProof#LIFE}. */
  boolean isFresh();
}
