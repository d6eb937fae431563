package eu.rempart.common;

/**
 * One of the e-mail addresses of a person or company.
 *
 * @param primary the one to write to first; at most one of a list
 * @param optedOut the owner asked for no mailings
 * @param invalid mail to it came back
 */
public record EmailEntry(
    EmailAddress address, EmailKind kind, boolean primary, boolean optedOut, boolean invalid) {

  /** An address with nothing known against it. */
  public static EmailEntry of(EmailAddress address, EmailKind kind, boolean primary) {
    return new EmailEntry(address, kind, primary, false, false);
  }
}
