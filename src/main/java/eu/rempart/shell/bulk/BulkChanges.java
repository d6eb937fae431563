package eu.rempart.shell.bulk;

/** Runs bulk changes for whoever is signed in; implemented by the room {@code bulk}. */
public interface BulkChanges {

  /**
   * Begins the change, shows how far it is, and offers to take it back once it is done.
   *
   * @param changed called in the UI's thread after it is done, and again after it was taken back
   */
  void start(BulkWork work, Runnable changed);
}
