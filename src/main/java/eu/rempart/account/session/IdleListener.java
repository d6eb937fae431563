package eu.rempart.account.session;

/** Hears that nobody has used a sign-in for a while. */
public interface IdleListener {

  /** Unless its member does something, the sign-in is locked in a minute at most. */
  void soonLocked();

  /** Its member is back. */
  void awake();
}
