package eu.rempart.vault.lock;

/** Why a handle stopped to open anything. */
public enum LockReason {
  SIGNED_OUT,
  IDLE,
  LOCKED_BY_ADMINISTRATOR,
  PASSWORD_CHANGED,
  SUSPENDED,
  JOB_ENDED,
  SERVER_STOPPED
}
