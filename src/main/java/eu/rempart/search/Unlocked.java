package eu.rempart.search;

/**
 * Runs work of the index where sealed fields can be opened; the vault's side provides it while
 * somebody is signed in.
 */
@FunctionalInterface
public interface Unlocked {
  void run(Runnable work);
}
