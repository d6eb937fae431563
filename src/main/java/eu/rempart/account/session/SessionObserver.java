package eu.rempart.account.session;

import java.util.UUID;

/** Hears of the sign-ins of this server. */
interface SessionObserver {

  /** Before anybody can use it: where this throws, there is no sign-in. */
  void begun(LiveSession session);

  /** After its key left memory; called on whatever thread that happened, so it must not wait. */
  void ended(UUID signIn, SessionEnd why);
}
