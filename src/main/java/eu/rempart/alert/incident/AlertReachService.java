package eu.rempart.alert.incident;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.alert.queue.AddressBook;
import eu.rempart.alert.queue.AddressService;
import eu.rempart.mail.Recipient;
import eu.rempart.mail.Recipients;

/** Tells administrators whether incidents reach anybody, before one has to. */
public class AlertReachService {

  /** Whom incidents reach as things are. */
  public enum Reached {
    /** Somebody who looks after operations has a channel that was confirmed. */
    BY_CHANNELS,
    /** Administrators alone, at the e-mail addresses of their accounts. */
    BY_MAIL_ONLY,
    NOBODY
  }

  private final Crew crew;
  private final AddressBook book;
  private final AddressService addresses;
  private final Recipients recipients;
  private final Rights rights;
  private final CurrentMember current;

  AlertReachService(
      Crew crew,
      AddressBook book,
      AddressService addresses,
      Recipients recipients,
      Rights rights,
      CurrentMember current) {
    this.crew = crew;
    this.book = book;
    this.addresses = addresses;
    this.recipients = recipients;
    this.rights = rights;
    this.current = current;
  }

  /**
   * Keeps the e-mail address of the administrator who acts, which opens with their key alone, for
   * the time when nobody is signed in.
   */
  public void keepOwnMail() {
    rights.require(Right.MANAGE_SECURITY);
    recipients.find(current.id()).map(Recipient::address).ifPresent(addresses::keepLastResort);
  }

  /** Whom an incident would reach now. */
  public Reached reached() {
    rights.require(Right.MANAGE_SECURITY);
    if (crew.everybody().stream().anyMatch(member -> !book.usable(member).isEmpty())) {
      return Reached.BY_CHANNELS;
    }
    return crew.administrators().stream().anyMatch(member -> book.lastResort(member).isPresent())
        ? Reached.BY_MAIL_ONLY
        : Reached.NOBODY;
  }
}
