package eu.rempart.watch.check;

import java.util.Locale;

/**
 * Why a result is bad. Nothing of what a stranger's server said is kept but a number, so nothing of
 * it can be shown.
 */
public enum Failure {
  NAME_UNKNOWN,
  NAME_TIMEOUT,
  /** The name leads to the machine's own link or to nobody: nothing was sent. */
  ADDRESS_NOT_ALLOWED,
  CONNECTION_REFUSED,
  UNREACHABLE,
  CONNECT_TIMEOUT,
  TLS_TIMEOUT,
  /** Hung up, or spoke no TLS that we speak. */
  TLS_FAILED,
  CERTIFICATE_UNTRUSTED,
  CERTIFICATE_EXPIRED,
  CERTIFICATE_OF_OTHER_NAME,
  /** The number is the days left. */
  CERTIFICATE_ENDS_SOON,
  /** The number is the size in bits. */
  KEY_TOO_SMALL,
  /** Older than TLS 1.2. */
  PROTOCOL_TOO_OLD,
  ANSWER_TIMEOUT,
  /** Hung up before the answer was whole. */
  ANSWER_CUT,
  /** What came is no HTTP. */
  NO_HTTP,
  /** The number is the status. */
  STATUS,
  /** Leads to another host, and was not followed. */
  ELSEWHERE,
  TOO_MANY_REDIRECTS,
  /** The number is milliseconds. */
  TOO_SLOW,
  /** The number is per cent, or a count. */
  TOO_FULL,
  /** It could not be measured, which is our own fault. */
  NOT_MEASURED;

  /** As keys of texts name it: {@code too-slow}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
