package eu.rempart.tls;

/** What {@link ServerTls#renewIfDue} found. */
public enum Renewal {
  /** The certificate in use stays. */
  UNCHANGED,
  /** New connections get another server certificate; clients need to do nothing. */
  SERVER_CERTIFICATE,
  /**
   * The authority's certificate changed too. Renewed with the same key, clients that trust the
   * former one go on working until it expires, and should get the new one before.
   */
  AUTHORITY
}
