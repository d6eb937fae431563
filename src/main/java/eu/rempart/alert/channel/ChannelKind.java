package eu.rempart.alert.channel;

import java.util.Locale;

/** A way that messages go. */
public enum ChannelKind {
  /** SMTP. */
  EMAIL,
  /** SMPP 3.4, to a provider's SMSC. */
  SMS,
  /** A provider of text messages that is called over HTTP. */
  SMS_HTTP,
  /** SNPP (RFC 1861). */
  PAGER,
  /** PagerDuty's Events API v2. */
  PAGERDUTY,
  /** Push to a phone by ntfy. */
  PUSH;

  /**
   * Whether its receiver has an alarm open, and calls people, until it is told there of its end.
   */
  public boolean keepsAlarms() {
    return this == PAGERDUTY;
  }

  /** As keys of texts name it: {@code sms-http}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
